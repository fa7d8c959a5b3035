namespace Rabta.Importing.ReadingLists;

/// <summary>
/// How far two names are apart, in letters: word by word, in the order that fits best. Two ways to write one name in Latin letters, such as
/// Muhammad and Mohammad, are one letter apart.
/// </summary>
public static class NameDistance
{
    /// <summary>Further apart than this is another name.</summary>
    public const int Far = 4;

    /// <summary>Names with more words are compared in the order they are written.</summary>
    private const int MostWords = 6;

    private static readonly Dictionary<string, int> Ways = new(
        from entry in (
            "MOHAMMAD MUHAMMAD MOHAMMED MUHAMMED MOHAMAD MUHAMAD MOHD|SYED SAYYID SAYED SAYYED SAIYID SAYYAD"
            + "|QURESHI QURAISHI QURESHY QURAISHY KURESHI QUREISHI|AHMED AHMAD AHMUD|HUSSAIN HUSAIN HUSSEIN HUSEIN HUSAYN"
            + "|TARIQ TARIK TAREQ"
            + "|FATIMA FATMA FATEMA FATIMAH|USMAN OSMAN UTHMAN|OMAR UMAR UMER OMER|AISHA AYESHA AYSHA AAISHA AISHAH"
            + "|YUSUF YOUSUF YOUSAF YOUSEF YUSAF"
            + "|MEHMOOD MAHMOOD MAHMUD MEHMUD|RAHMAN REHMAN RAHMAAN|HASSAN HASAN|SHEIKH SHAIKH SHAYKH SHEIK"
            + "|CHAUDHRY CHAUDHARY CHOUDHRY CHAUDHRI CHOUDHARY CHAUDRY CHOUDRY"
            + "|ZAINAB ZAYNAB ZENAB|MARYAM MARIAM MERYAM|NOREEN NORIN NAUREEN"
            + "|SIDDIQUI SIDDIQI SIDIQUI SIDDIQUEE|BALOCH BALUCH BALOUCH|JAVED JAVAID JAWAID JAVEED JAWED|MEHWISH MEHVISH MAHWISH"
            + "|HAIDER HAIDAR HAYDER HYDER"
            + "|BUKHARI BOKHARI|GILANI GEELANI JILANI|IBRAHIM EBRAHIM|ISMAIL ISMAEEL|KHADIJA KHADEEJA|SADIA SADIYA|SAIMA SAYMA SAEEMA"
            + "|ZUBAIR ZUBAYR|BILAL BELAL|IMRAN EMRAN|SULEMAN SULAIMAN SULEIMAN|YASIN YASEEN|ABDUL ABDEL"
            + "|AZIM AZEEM|NAZIR NAZEER|WAZIR WAZEER"
        )
            .Split('|')
            .Index()
        from word in entry.Item.Split(' ')
        select KeyValuePair.Create(word, entry.Index)
    );

    /// <summary>Words that are one name share this.</summary>
    public static string WayOf(string word) => Ways.TryGetValue(word, out var way) ? $"~{way}" : word;

    /// <summary>At most <see cref="Far"/>.</summary>
    public static int Of(NameWords one, NameWords other)
    {
        if (one.Key == other.Key)
        {
            return 0;
        }
        var together = Letters(one.Joined, other.Joined);
        if (one.Words.Count != other.Words.Count || one.Words.Count > MostWords)
        {
            return together;
        }
        return Math.Min(together, Best(one.Words, other.Words, 0, 0, 0));
    }

    /// <summary>The cheapest way to give each word one of the other name.</summary>
    private static int Best(IReadOnlyList<string> one, IReadOnlyList<string> other, int at, int taken, int sofar)
    {
        if (at == one.Count || sofar >= Far)
        {
            return Math.Min(sofar, Far);
        }
        var best = Far;
        for (var i = 0; i < other.Count; i++)
        {
            if ((taken & (1 << i)) == 0)
            {
                best = Math.Min(best, Best(one, other, at + 1, taken | (1 << i), sofar + Word(one[at], other[i])));
            }
        }
        return best;
    }

    private static int Word(string one, string other) =>
        one == other ? 0
        : Ways.TryGetValue(one, out var way) && Ways.TryGetValue(other, out var same) && way == same ? 1
        : Letters(one, other);

    /// <summary>Letters put in, left out or changed; at most <see cref="Far"/>.</summary>
    public static int Letters(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) >= Far)
        {
            return Far;
        }
        Span<int> before = stackalloc int[other.Length + 1],
            now = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            before[j] = j;
        }
        for (var i = 1; i <= one.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                now[j] = Math.Min(Math.Min(before[j] + 1, now[j - 1] + 1), before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                least = Math.Min(least, now[j]);
            }
            if (least >= Far)
            {
                return Far;
            }
            now.CopyTo(before);
        }
        return Math.Min(before[other.Length], Far);
    }
}
