using Orrery.Wire.Schema;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>Builds dynamic shapes by hand.</summary>
internal static class Dynamic
{
    /// <summary>A structure; the values of nested structures are lists of pairs themselves.</summary>
    public static DynamicShape Of(ShapeSchema schema, params (string Name, object Value)[] members)
    {
        var values = new object?[schema.Members.Count];
        foreach (var (name, value) in members)
        {
            var member = schema.Members.Single(m => m.Name == name);
            values[member.Index] = Value(member.Target, value);
        }

        return new DynamicShape(schema, values);
    }

    private static object Value(ShapeSchema schema, object value) => value switch
    {
        (string, object)[] members => Of(schema, members),
        object[] items => items.Select(item => Value(schema.Element!.Target, item)).ToArray(),
        Dictionary<string, object> entries =>
            entries.ToDictionary(e => e.Key, e => Value(schema.Value!.Target, e.Value)),
        _ => value,
    };
}
