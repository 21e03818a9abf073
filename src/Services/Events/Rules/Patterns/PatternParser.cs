using System.Text.Json;

namespace Orrery.Services.Events.Rules.Patterns;

/// <summary>Reads the objects of a pattern.</summary>
internal static class PatternParser
{
    private const string Or = "$or";

    /// <summary>Reads an object; of a repeated name the last one counts, as the User Guide says.</summary>
    public static PatternNode Object(JsonElement pattern, string path)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in pattern.EnumerateObject())
            members[member.Name] = member.Value;
        if (members.Count == 0)
            throw Errors.Pattern(
                path.Length == 0 ? "Empty patterns are not allowed" : $"Empty objects are not allowed, at {path}");
        var fields = new List<PatternField>();
        var groups = new List<IReadOnlyList<PatternNode>>();
        foreach (var (name, value) in members)
        {
            var at = path.Length == 0 ? name : $"{path}.{name}";
            if (name == Or && IsGroup(value))
                groups.Add([.. value.EnumerateArray().Select(one => Object(one, at))]);
            else
                fields.Add(Field(name, value, at));
        }

        return new(fields, groups);
    }

    /// <summary><c>$or</c> is a field like others unless it holds two or more objects.</summary>
    private static bool IsGroup(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
        && value.GetArrayLength() > 1
        && value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Object && !IsOperator(one));

    private static bool IsOperator(JsonElement value)
    {
        var members = value.EnumerateObject().ToList();
        return members.Count == 1 && Operators.Names.Contains(members[0].Name)
            && members[0].Value.ValueKind != JsonValueKind.Object
            && !(members[0].Value.ValueKind == JsonValueKind.Array && members[0].Name != "numeric");
    }

    private static PatternField Field(string name, JsonElement value, string at) => value.ValueKind switch
    {
        JsonValueKind.Object => new(name, Object(value, at), []),
        JsonValueKind.Array when value.GetArrayLength() == 0 =>
            throw Errors.Pattern($"Empty arrays are not allowed, at {at}"),
        JsonValueKind.Array => new(name, null, [.. value.EnumerateArray().Select(one => Operators.Read(one, at))]),
        _ => throw Errors.Pattern($"\"{name}\" must be an object or an array, at {at}"),
    };
}
