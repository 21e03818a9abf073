using Orrery.Wire.Schema;

namespace Orrery.Tests.Unit.Authorization.Support;

/// <summary>A request in which every member is set, to something of its kind.</summary>
internal sealed class FilledShape(ShapeSchema schema, int depth = 0) : IShape
{
    private const int Deepest = 4;

    /// <inheritdoc/>
    public ShapeSchema Schema => schema;

    /// <inheritdoc/>
    public void Write(ShapeWriter writer)
    {
        for (var i = 0; i < schema.Members.Count; i++) writer.WriteAny(i, Sample(schema.Members[i], depth));
    }

    private static object? Sample(MemberSchema member, int depth) => member.Target.Kind switch
    {
        ShapeKind.Structure => depth < Deepest ? new FilledShape(member.Target, depth + 1) : null,
        ShapeKind.List => Sample(member.Target.Element!, depth + 1) is { } one ? new[] { one } : null,
        ShapeKind.String => member.Target.EnumValues is [var first, ..] ? first : Text(member.Name),
        ShapeKind.Boolean => true,
        _ => null,
    };

    private static string Text(string name) => name.EndsWith("Arn", StringComparison.OrdinalIgnoreCase)
        ? "arn:aws:thing:eu-west-1:123456789012:thing/some"
        : "some";
}
