using System.Text.Json;
using Orrery.Operations.Matching;

namespace Orrery.Services.Sns.Filtering;

/// <summary>Reads the tests of a key.</summary>
internal static class FilterTests
{
    private const int MostStars = 3;
    private const decimal MostNumber = 1_000_000_000m;

    private static readonly string[] Operators =
        ["anything-but", "prefix", "suffix", "equals-ignore-case", "wildcard", "numeric", "exists", "cidr"];

    /// <summary>Whether a name is that of an operator.</summary>
    public static bool IsOperator(string name) => Operators.Contains(name);

    /// <summary>An element of a key's array.</summary>
    public static FilterTest Read(JsonElement json)
    {
        if (FilterValue.Of(json) is { } value) return new EqualsTest(InRange(value));
        if (json.ValueKind == JsonValueKind.Array)
            throw Wrong("Match value must be String, number, true, false, or null");
        var properties = json.EnumerateObject().ToArray();
        if (properties.Length != 1) throw Wrong("Only one key allowed in match expression");
        var (name, operand) = (properties[0].Name, properties[0].Value);
        return name switch
        {
            "anything-but" => new NotTest([.. Excluded(operand)]),
            "prefix" or "suffix" or "equals-ignore-case" or "wildcard" => Text(name, operand),
            "numeric" => Range(operand),
            "exists" => operand.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? new ExistsTest(operand.GetBoolean())
                : throw Wrong("exists match pattern must be either true or false."),
            "cidr" => Cidr(operand),
            _ => throw Wrong($"Unrecognized match type {name}"),
        };
    }

    private static IEnumerable<FilterTest> Excluded(JsonElement operand)
    {
        if (FilterValue.Of(operand) is { } single) return [new EqualsTest(InRange(single))];
        if (operand.ValueKind == JsonValueKind.Array)
        {
            return operand.GetArrayLength() > 0
                ? operand.EnumerateArray().Select(element => FilterValue.Of(element) is { } value
                    ? new EqualsTest(InRange(value))
                    : throw Wrong("Inside anything but list, either all values are number or string."))
                : throw Wrong("Value of anything-but must not be empty");
        }

        var inner = operand.EnumerateObject().ToArray();
        return inner is [{ Name: "prefix" or "suffix" or "wildcard" or "equals-ignore-case" } only]
            ? Texts(only)
            : throw Wrong("Unsupported anything-but pattern");
    }

    private static IEnumerable<FilterTest> Texts(JsonProperty only) =>
        only.Value.ValueKind == JsonValueKind.Array
            ? only.Value.GetArrayLength() > 0
                ? only.Value.EnumerateArray().Select(element => Text(only.Name, element))
                : throw Wrong($"Value of {only.Name} must not be empty")
            : [Text(only.Name, only.Value)];

    private static TextTest Text(string name, JsonElement operand)
    {
        if (operand.ValueKind != JsonValueKind.String) throw Wrong($"{name} match pattern must be a string");
        var text = operand.GetString()!;
        if (name == "wildcard" && (text.Count('*') > MostStars || text.Contains("**", StringComparison.Ordinal)))
            throw Wrong($"A wildcard has at most {MostStars} stars, which do not touch");
        return new(name switch
        {
            "prefix" => TextMatch.Prefix,
            "suffix" => TextMatch.Suffix,
            "wildcard" => TextMatch.Wildcard,
            _ => TextMatch.IgnoreCase,
        }, text);
    }

    private static RangeTest Range(JsonElement operand)
    {
        if (operand.ValueKind != JsonValueKind.Array) throw Wrong("Value of numeric must be an array.");
        var parts = operand.EnumerateArray().ToArray();
        if (parts.Length is not (2 or 4)) throw Wrong("Invalid member in numeric match: 2 or 4 are needed");
        var range = Bound(new(null, false, null, false), parts[0], parts[1]);
        if (parts.Length == 4)
        {
            if (range.Low is null || range.High is not null) throw Wrong("Bad numeric range operator");
            range = Bound(range, parts[2], parts[3]);
            if (range.High is null || range.Low >= range.High)
                throw Wrong("Bottom must be less than top");
        }

        return range;
    }

    private static RangeTest Bound(RangeTest range, JsonElement sign, JsonElement bound)
    {
        if (sign.ValueKind != JsonValueKind.String) throw Wrong("Invalid member in numeric match: no operator");
        if (FilterValue.Of(bound) is not { Kind: FilterValueKind.Number } value)
            throw Wrong($"Value of {sign.GetString()} must be numeric");
        var number = InRange(value).Number;
        return sign.GetString() switch
        {
            "=" => new(number, true, number, true),
            ">" => range with { Low = number },
            ">=" => range with { Low = number, WithLow = true },
            "<" => range with { High = number },
            "<=" => range with { High = number, WithHigh = true },
            var other => throw Wrong($"Unrecognized numeric range operator: {other}"),
        };
    }

    private static CidrTest Cidr(JsonElement operand) =>
        operand.ValueKind == JsonValueKind.String && AddressBlock.Parse(operand.GetString()!) is { } block
            ? new(block)
            : throw Wrong("Malformed CIDR, one '/' required");

    private static FilterValue InRange(FilterValue value) =>
        value.Kind != FilterValueKind.Number || Math.Abs(value.Number) <= MostNumber
            ? value
            : throw Wrong("Value must be between -1.0E9 and 1.0E9, inclusive");

    private static Core.ServiceException Wrong(string what) => FilterParser.Wrong(what);
}
