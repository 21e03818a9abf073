using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Orrery.Tests.Unit.Engines.Policies.Twin;

/// <summary>Conditions, the slow way.</summary>
internal static class NaiveConditions
{
    /// <summary>Whether all of a block hold.</summary>
    public static bool Hold(JsonObject? block, PolicyCase one, bool isNew) => block is null
        || block.All(o => o.Value!.AsObject().All(k => Holds(o.Key, k.Key, Texts(k.Value!), one, isNew)));

    private static bool Holds(string name, string key, string[] wanted, PolicyCase one, bool isNew)
    {
        var values = NaiveText.Values(one.Context, key);
        var forAll = name.StartsWith("ForAllValues:", StringComparison.Ordinal);
        var forAny = name.StartsWith("ForAnyValue:", StringComparison.Ordinal);
        if (forAll || forAny) name = name.Split(':')[1];
        if (name == "Null") return wanted.Contains(values.Length == 0 ? "true" : "false");
        if (name.EndsWith("IfExists", StringComparison.Ordinal))
        {
            if (values.Length == 0) return !forAny || !one.Quirks.HasFlag(Quirks.MissingKeys);
            name = name[..^8];
        }

        var isNegated = name.Contains("Not", StringComparison.Ordinal);
        var plain = name.Replace("Not", "", StringComparison.Ordinal);
        bool Test(string value) => wanted.Any(w => Compare(plain, w, value, one, isNew)) != isNegated
            && !(isNegated && wanted.Any(w => IsVoid(plain, w, value, one, isNew)));
        if (forAll) return values.All(Test);
        if (forAny) return values.Any(Test);
        if (values.Length == 0) return isNegated;
        return isNegated ? values.All(Test) : values.Any(Test);
    }

    private static bool Compare(string name, string wanted, string value, PolicyCase one, bool isNew)
    {
        if (name.StartsWith("String", StringComparison.Ordinal) || name.StartsWith("Arn", StringComparison.Ordinal))
        {
            if (NaiveText.Render(wanted, one.Context, isNew) is not { } pattern) return false;
            var isTame = name is "StringEquals" or "StringEqualsIgnoreCase";
            if (isTame && isNew && one.Quirks.HasFlag(Quirks.PlainStars) && wanted.Contains("${*}")) return false;
            return name switch
            {
                "StringEquals" => NaiveText.Glob(NaiveText.Tame(pattern), value),
                "StringEqualsIgnoreCase" => string.Equals(
                    string.Concat(pattern.Select(p => p.Char)), value, StringComparison.OrdinalIgnoreCase),
                "StringLike" => NaiveText.Glob(pattern, value),
                _ => value.StartsWith("arn:", StringComparison.Ordinal) && NaiveText.Arn(pattern, value),
            };
        }

        return name switch
        {
            "Bool" => bool.TryParse(wanted, out var a) && bool.TryParse(value, out var b) && a == b,
            "BinaryEquals" => Convert.FromBase64String(wanted).SequenceEqual(Convert.FromBase64String(value)),
            "IpAddress" => (wanted != "0.0.0.0/0" || !one.Quirks.HasFlag(Quirks.WholeRange)) && IsWithin(wanted, value),
            _ => Order(name, wanted, value, one.Quirks.HasFlag(Quirks.Epoch) ? 1 : 1000),
        };
    }

    private static bool IsVoid(string name, string wanted, string value, PolicyCase one, bool isNew) => name switch
    {
        "IpAddress" => one.Quirks.HasFlag(Quirks.MixedFamilies) && wanted.Contains(':') != value.Contains(':'),
        "Bool" or "BinaryEquals" => false,
        _ => (one.Quirks & (Quirks.MissingVariables | Quirks.OldVariables)) != 0
            && NaiveText.Render(wanted, one.Context, isNew) is null,
    };

    private static bool Order(string name, string wanted, string value, int unit)
    {
        var order = name.StartsWith("Date", StringComparison.Ordinal)
            ? Instant(value, unit).CompareTo(Instant(wanted, unit))
            : decimal.Parse(value, CultureInfo.InvariantCulture)
                .CompareTo(decimal.Parse(wanted, CultureInfo.InvariantCulture));
        if (name.EndsWith("LessThan", StringComparison.Ordinal)) return order < 0;
        if (name.EndsWith("LessThanEquals", StringComparison.Ordinal)) return order <= 0;
        if (name.EndsWith("GreaterThan", StringComparison.Ordinal)) return order > 0;
        return name.EndsWith("GreaterThanEquals", StringComparison.Ordinal) ? order >= 0 : order == 0;
    }

    private static DateTimeOffset Instant(string text, int unit) => long.TryParse(text, out var seconds)
        ? DateTimeOffset.FromUnixTimeMilliseconds(seconds * unit)
        : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static bool IsWithin(string block, string address)
    {
        var parts = block.Split('/');
        var (first, one) = (IPAddress.Parse(parts[0]).GetAddressBytes(), IPAddress.Parse(address).GetAddressBytes());
        var length = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : first.Length * 8;
        return first.Length == one.Length && Enumerable.Range(0, length).All(bit =>
            ((first[bit / 8] ^ one[bit / 8]) >> (7 - (bit % 8)) & 1) == 0);
    }

    private static string[] Texts(JsonNode node) =>
        node is JsonArray many ? [.. many.Select(n => n!.ToString())] : [node.ToString()];
}
