using System.Text;
using System.Text.Json;

namespace Orrery.Services.Sns.Filtering;

/// <summary>
/// Reads filter policies, and refuses those that AWS refuses. Sources: SNS Developer Guide, "Filter policy
/// constraints", "String value matching", "Numeric value matching", "Key matching", "AND/OR logic". The texts of the
/// errors are what AWS is seen to answer, as far as known; the limit of stars is guessed.
/// </summary>
internal static class FilterParser
{
    private const int MostBytes = 256 * 1024;
    private const int MostKeys = 5;
    private const int MostCombinations = 150;

    /// <summary>A policy.</summary>
    /// <param name="text">Its JSON.</param>
    /// <param name="ofBody">Whether it is for message bodies, which may be nested.</param>
    /// <exception cref="Core.ServiceException">InvalidParameter.</exception>
    public static FilterPolicy Parse(string text, bool ofBody)
    {
        if (Encoding.UTF8.GetByteCount(text) > MostBytes) throw Wrong("Filter policy is too large");
        FilterPolicy policy;
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw Wrong("Filter policy must be a JSON object");
            policy = new(Nodes(json.RootElement, ofBody));
        }
        catch (JsonException)
        {
            throw Wrong("failed to parse JSON.");
        }

        if (Keys(policy.Nodes) > MostKeys) throw Wrong($"Filter policy can not have more than {MostKeys} keys");
        if (Combinations(policy.Nodes, 1) > MostCombinations) throw Wrong("Filter policy is too complex");
        return policy;
    }

    internal static Core.ServiceException Wrong(string what) => Errors.InvalidParameter($"FilterPolicy: {what}");

    private static List<FilterNode> Nodes(JsonElement json, bool ofBody) =>
        [.. json.EnumerateObject().Select(property => Node(property, ofBody))];

    private static FilterNode Node(JsonProperty property, bool ofBody)
    {
        var (name, value) = (property.Name, property.Value);
        if (name == "$or" && IsOr(value))
            return new OrNode([.. value.EnumerateArray().Select(alternative => Nodes(alternative, ofBody))]);
        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.GetArrayLength() > 0
                ? new KeyNode(name, [.. value.EnumerateArray().Select(FilterTests.Read)])
                : throw Wrong($"Empty arrays are not allowed: \"{name}\"");
        }

        if (value.ValueKind != JsonValueKind.Object) throw Wrong($"\"{name}\" must be an object or an array");
        if (!ofBody)
        {
            throw Errors.InvalidParameter(
                "Filter policy scope MessageAttributes does not support nested filter policy");
        }

        return value.EnumerateObject().Any()
            ? new NestedNode(name, Nodes(value, ofBody))
            : throw Wrong($"Empty objects are not allowed: \"{name}\"");
    }

    // Two or more objects; anything else makes $or a key like another ("OR operator").
    private static bool IsOr(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
        && value.GetArrayLength() > 1
        && value.EnumerateArray().All(element =>
            element.ValueKind == JsonValueKind.Object
            && element.EnumerateObject().Any()
            && !element.EnumerateObject().All(property => FilterTests.IsOperator(property.Name)));

    private static int Keys(IReadOnlyList<FilterNode> nodes) => nodes.Sum(node => node switch
    {
        NestedNode nested => Keys(nested.Inner),
        OrNode or => or.Alternatives.Max(Keys),
        _ => 1,
    });

    // For bodies, the values of a key count as often as it is deep. The rule for $or is guessed: alternatives add up.
    private static long Combinations(IReadOnlyList<FilterNode> nodes, int depth) =>
        nodes.Aggregate(1L, (product, node) => Math.Min(int.MaxValue, product * node switch
        {
            KeyNode key => (long)key.Tests.Sum(Weight) * depth,
            NestedNode nested => Combinations(nested.Inner, depth + 1),
            OrNode or => or.Alternatives.Sum(alternative => Combinations(alternative, depth)),
            _ => 1,
        }));

    private static int Weight(FilterTest test) => test is NotTest not ? not.Excluded.Count : 1;
}
