namespace Rabta.Programmes.Inventing;

/// <summary>Names for people who do not exist, in both scripts.</summary>
internal static class InventedNames
{
    public static readonly (string English, string Urdu)[] Women = Pairs(
        """
        Hira حرا|Ayesha عائشہ|Fatima فاطمہ|Iqra اقرا|Zainab زینب|Mahnoor ماہ نور|Sana ثنا|Maryam مریم|Noor نور|
        Rabia رابعہ|Amna آمنہ|Kiran کرن|Sadia سعدیہ|Bushra بشریٰ|Nimra نمرہ|Laiba لائبہ|Areeba عریبہ|Hafsa حفصہ|
        Komal کومل|Mehwish مہوش|Rida ردا|Saba صبا|Tooba طوبیٰ|Wajiha وجیہہ
        """
    );

    public static readonly (string English, string Urdu)[] Men = Pairs(
        """
        Usman عثمان|Hamza حمزہ|Ali علی|Danish دانش|Saad سعد|Bilal بلال|Ahmed احمد|Omar عمر|Hassan حسن|Zain زین|
        Fahad فہد|Imran عمران|Junaid جنید|Kashif کاشف|Mohsin محسن|Nabeel نبیل|Owais اویس|Qasim قاسم|Rehan ریحان|
        Shahzaib شاہ زیب|Talha طلحہ|Waqas وقاص|Yasir یاسر|Zubair زبیر
        """
    );

    public static readonly (string English, string Urdu)[] Families = Pairs(
        """
        Nadeem ندیم|Siddiqui صدیقی|Qureshi قریشی|Khattak خٹک|Yousaf یوسف|Malik ملک|Iqbal اقبال|Shah شاہ|Gul گل|
        Raza رضا|Baloch بلوچ|Tariq طارق|Mehmood محمود|Afridi آفریدی|Bhatti بھٹی|Chaudhry چوہدری|Durrani درانی|
        Farooqi فاروقی|Gilani گیلانی|Hashmi ہاشمی|Javed جاوید|Kakar کاکڑ|Lodhi لودھی|Mirza مرزا|Niazi نیازی|
        Orakzai اورکزئی|Pirzada پیرزادہ|Rana رانا|Sethi سیٹھی|Wazir وزیر
        """
    );

    private static (string, string)[] Pairs(string text) =>
        [.. text.Trim().Split('|').Select(pair => pair.Trim().Split(' ', 2)).Select(words => (words[0], words[1]))];
}
