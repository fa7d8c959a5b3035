using Rabta.Platform.Language;

namespace Rabta.Programmes.Arranging;

/// <summary>The ground rules a new programme begins with. They say plainly what an online room cannot promise.</summary>
public static class DefaultRules
{
    public static readonly Several Rules = Several.Of(
        """
        What we say stays between us. If someone is in danger, the college is told, and the person hears of it first where that is possible.
        No room online is perfectly private: someone may stand beside the phone. We say so when we are not alone.
        Nobody records a call, takes a screenshot or passes a message on unless the other has said yes.
        We answer within two days, even with one line. We tell each other early when we can't come.
        We meet once in person before we talk online.
        The mentee chooses the goals. The mentor asks, listens and keeps promises.
        A line that fails is nobody's fault. Either of us may ask for a change, without blame.
        """,
        """
        ہماری بات ہمارے درمیان رہے گی۔ اگر کسی کو خطرہ ہو تو کالج کو بتایا جائے گا، اور جہاں ممکن ہو پہلے اسی شخص کو۔
        آن لائن کوئی جگہ پوری طرح نجی نہیں: فون کے پاس کوئی اور بھی ہو سکتا ہے۔ اکیلے نہ ہوں تو بتا دیں۔
        دوسرے کی ہاں کے بغیر کوئی کال ریکارڈ نہیں ہو گی، نہ سکرین شاٹ، نہ پیغام آگے بھیجا جائے گا۔
        ہر پیغام کا جواب دو دن میں، چاہے ایک سطر ہی ہو۔ نہ آ سکیں تو پہلے بتا دیں۔
        آن لائن بات سے پہلے ایک بار آمنے سامنے ملاقات۔
        اہداف شاگرد کے اپنے ہیں۔ مینٹور کا کام پوچھنا، سننا اور وعدہ پورا کرنا ہے۔
        لائن کٹ جائے تو کسی کا قصور نہیں۔ دونوں میں سے کوئی بھی تبدیلی کا کہہ سکتا ہے، کسی پر الزام نہیں۔
        """
    );

    public static readonly Several IsNot = Several.Of(
        "Not tuition, and nothing here is marked.\nNot counselling. If you are in trouble, we show you who can help.\nNot a complaint box.",
        "ٹیوشن نہیں، اور یہاں کسی چیز کے نمبر نہیں لگتے۔\nکاؤنسلنگ نہیں۔ کوئی مشکل ہو تو یہاں "
            + "سے پتا چل جائے گا کہ مدد کہاں سے ملے گی۔\nشکایت کا ڈبہ نہیں۔"
    );

    public static readonly Several Purpose = Several.Of(
        "Someone who has walked this road walks with you.",
        "جنہوں نے یہ راہ خود طے کی ہے، ان کا ساتھ اب آپ کو ملے گا۔"
    );
}
