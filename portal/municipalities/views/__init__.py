"""Views of municipalities: public pages, leaflets, referrals; and what staff edit."""

from portal.municipalities.views import leaflets, public, refer, register, staff, studio, versions
from portal.municipalities.views.blueprint import bp

__all__ = ["bp", "leaflets", "public", "refer", "register", "staff", "studio", "versions"]
