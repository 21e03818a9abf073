using System.Collections.Frozen;
using System.Text.Json;

namespace Orrery.Services.Events.Rules.Patterns;

/// <summary>Reads what may stand in an array of a pattern: plain values and operators.</summary>
internal static class Operators
{
    /// <summary>The names of the operators.</summary>
    public static readonly FrozenSet<string> Names = new[]
    {
        "prefix", "suffix", "equals-ignore-case", "anything-but", "numeric", "exists", "cidr", "wildcard",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads one of them.</summary>
    public static ValueTest Read(JsonElement wanted, string at) => wanted.ValueKind switch
    {
        JsonValueKind.Object => Operator(wanted, at),
        JsonValueKind.Array =>
            throw Errors.Pattern($"Match value must be String, number, true, false, or null, at {at}"),
        _ => Exactly(wanted),
    };

    /// <summary>
    /// Equal as written: 300, 300.0 and 3.0e2 are three different numbers. Source: EventBridge User Guide, "Event
    /// patterns", considerations.
    /// </summary>
    private static ValueTest Exactly(JsonElement wanted)
    {
        if (wanted.ValueKind == JsonValueKind.String)
        {
            var text = wanted.GetString()!;
            return new(value => value.ValueKind == JsonValueKind.String && value.ValueEquals(text));
        }

        var (kind, raw) = (wanted.ValueKind, wanted.GetRawText());
        return kind == JsonValueKind.Number
            ? new(value => value.ValueKind == JsonValueKind.Number && value.GetRawText() == raw)
            : new(value => value.ValueKind == kind);
    }

    private static ValueTest Operator(JsonElement wanted, string at)
    {
        var members = wanted.EnumerateObject().ToList();
        if (members.Count != 1)
            throw Errors.Pattern($"Only one key allowed in match expression, at {at}");
        var (name, value) = (members[0].Name, members[0].Value);
        return name switch
        {
            "prefix" or "suffix" => Affix(name, value, at),
            "equals-ignore-case" or "wildcard" => Texts(name, Text(name, value, at), at),
            "anything-but" => AnythingBut.Read(value, at),
            "numeric" => NumericTest.Read(value, at),
            "exists" => Exists(value, at),
            "cidr" => CidrTest.Read(Text(name, value, at), at),
            _ => throw Errors.Pattern($"Unrecognized match type {name}, at {at}"),
        };
    }

    /// <summary>A test of texts by an operator's name.</summary>
    internal static ValueTest Texts(string name, string wanted, string at) => name switch
    {
        "prefix" => ValueTest.OfText(text => text.StartsWith(wanted, StringComparison.Ordinal)),
        "suffix" => ValueTest.OfText(text => text.EndsWith(wanted, StringComparison.Ordinal)),
        "equals-ignore-case" => ValueTest.OfText(text => text.Equals(wanted, StringComparison.OrdinalIgnoreCase)),
        _ => ValueTest.OfText(WildcardText.Parse(wanted, at).Matches),
    };

    /// <summary>The text that an operator needs.</summary>
    internal static string Text(string name, JsonElement value, string at) =>
        value.ValueKind != JsonValueKind.String
            ? throw Errors.Pattern($"{name} match pattern must be a string, at {at}")
            : name is "prefix" or "suffix" && value.GetString()!.Length == 0
                ? throw Errors.Pattern($"Null prefix/suffix not allowed, at {at}")
                : value.GetString()!;

    private static ValueTest Affix(string name, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return Texts(name, Text(name, value, at), at);
        var members = value.EnumerateObject().ToList();
        if (members.Count != 1 || members[0].Name != "equals-ignore-case")
            throw Errors.Pattern($"{name} takes a string or equals-ignore-case, at {at}");
        var wanted = Text(name, members[0].Value, at);
        return name == "prefix"
            ? ValueTest.OfText(text => text.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))
            : ValueTest.OfText(text => text.EndsWith(wanted, StringComparison.OrdinalIgnoreCase));
    }

    private static ValueTest Exists(JsonElement value, string at) => value.ValueKind switch
    {
        JsonValueKind.True => new(_ => true),
        JsonValueKind.False => new(_ => false, WantsAbsence: true),
        _ => throw Errors.Pattern($"exists match pattern must be either true or false, at {at}"),
    };
}
