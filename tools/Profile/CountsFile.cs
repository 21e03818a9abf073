using System.Globalization;

namespace Orrery.Profile;

/// <summary>
/// The text that <c>DOTNET_WritePGOData=1</c> has the runtime write (dotnet/runtime, src/coreclr/vm/pgo.cpp).
/// </summary>
internal static class CountsFile
{
    private const string TypePrefix = "TypeHandle: ";

    /// <summary>Its methods.</summary>
    public static IEnumerable<CountedMethod> Read(string path)
    {
        CountedMethod? method = null;
        CountEntry? entry = null;
        var (name, size) = ("", 0);
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("@@@", StringComparison.Ordinal))
            {
                if (method is not null) yield return method;
                (method, entry, size) = (null, null, SizeOf(line));
            }
            else if (line.StartsWith("MethodName: ", StringComparison.Ordinal)) name = line[12..];
            else if (line.StartsWith("Signature: ", StringComparison.Ordinal)) method = new(name, line[11..], size);
            else if (line.StartsWith("Schema ", StringComparison.Ordinal)) method!.Entries.Add(entry = EntryOf(line));
            else if (entry is not null) Add(entry, line);
        }
        if (method is not null) yield return method;
    }

    private static void Add(CountEntry entry, string line)
    {
        if (line.StartsWith(TypePrefix, StringComparison.Ordinal))
        {
            if (TypeName.Parse(line[TypePrefix.Length..]) is { } type) entry.Types.Add(type);
        }
        else if (long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            entry.Counts.Add(count);
    }

    // "@@@ codehash 0x… methodhash 0x… ilSize 0x0000002F records 0x…"
    private static int SizeOf(string line)
    {
        var words = line.Split(' ');
        var at = Array.IndexOf(words, "ilSize");
        return int.Parse(words[at + 1].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    // "Schema InstrumentationKind 385 ILOffset 7 Count 1 Other 13"
    private static CountEntry EntryOf(string line)
    {
        var words = line.Split(' ');
        int Number(int at) => unchecked((int)long.Parse(words[at], CultureInfo.InvariantCulture));
        return new((CountKind)Number(2), Number(4), Number(8));
    }
}
