from pages.my_list.tags import register as register
