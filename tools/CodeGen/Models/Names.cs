using System.Text;

namespace Orrery.CodeGen.Models;

/// <summary>C# names for AWS names.</summary>
internal static class Names
{
    private static readonly HashSet<string> Taken =
        ["EqualityContract", "WireSchema", "FromWire", "GetHashCode", "Equals", "ToString", "GetType", "Finalize",
            "MemberwiseClone", "PrintMembers", "Clone"];

    /// <summary>A name in PascalCase: every letter or digit is kept, each word begins with a capital.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder(name.Length + 1);
        var capital = true;
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                capital = true;
                continue;
            }

            text.Append(capital ? char.ToUpperInvariant(letter) : letter);
            capital = false;
        }

        if (text.Length == 0) text.Append("Empty");
        if (char.IsAsciiDigit(text[0])) text.Insert(0, '_');
        return text.ToString();
    }

    /// <summary>An enumeration value's name: words in capitals become words with a capital.</summary>
    public static string EnumValue(string value)
    {
        var shouted = value.Any(char.IsAsciiLetterUpper) && !value.Any(char.IsAsciiLetterLower);
        return Pascal(shouted ? value.ToLowerInvariant() : value);
    }

    /// <summary>A property's name; one that the enclosing type already uses gets the suffix <c>Value</c>.</summary>
    public static string Property(string member, string type)
    {
        var name = Pascal(member);
        return name == type || Taken.Contains(name) ? name + "Value" : name;
    }

    /// <summary>A type's name.</summary>
    public static string Type(string shape) => Pascal(shape);
}
