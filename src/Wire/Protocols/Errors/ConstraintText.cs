using System.Globalization;
using System.Text;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Errors;

/// <summary>
/// Broken constraints in the words that most AWS services share, as seen in public issue threads: "1 validation error
/// detected: Value '[]' at 'logEvents' failed to satisfy constraint: Member must have length greater than or equal
/// to 1".
/// The words for unknown members and unions are guessed.
/// </summary>
internal static class ConstraintText
{
    /// <summary>All violations in one text.</summary>
    public static string Of(IReadOnlyList<Violation> violations)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{violations.Count} validation error");
        text.Append(violations.Count == 1 ? " detected: " : "s detected: ");
        for (var i = 0; i < violations.Count; i++)
        {
            if (i > 0) text.Append("; ");
            text.Append(One(violations[i]));
        }

        return text.ToString();
    }

    /// <summary>The constraint alone.</summary>
    public static string Constraint(Violation violation)
    {
        var shape = violation.Member?.Target;
        return violation.Kind switch
        {
            ViolationKind.Missing => "Member must not be null",
            ViolationKind.TooShort => $"Member must have length greater than or equal to {Number(shape!.Min)}",
            ViolationKind.TooLong => $"Member must have length less than or equal to {Number(shape!.Max)}",
            ViolationKind.TooSmall =>
                $"Member must have value greater than or equal to {Number(shape!.Min ?? int.MinValue)}",
            ViolationKind.TooLarge =>
                $"Member must have value less than or equal to {Number(shape!.Max ?? int.MaxValue)}",
            ViolationKind.Pattern => $"Member must satisfy regular expression pattern: {shape!.Pattern}",
            ViolationKind.Enum => $"Member must satisfy enum value set: [{string.Join(", ", shape!.EnumValues)}]",
            ViolationKind.Union => "Member must have exactly one member set",
            _ => "Member is not known",
        };
    }

    /// <summary>The way to the value: <c>tags.1.member.key</c>.</summary>
    public static string Path(IReadOnlyList<PathStep> path) => string.Join('.', path.Select(static step => step switch
    {
        { Member.Role: MemberRole.Element } => step.Index.ToString(CultureInfo.InvariantCulture) + ".member",
        { Member.Role: MemberRole.Key or MemberRole.Value } => step.Name + ".member",
        _ => Camel(step.Name ?? string.Empty),
    }));

    /// <summary>A name that begins with a small letter.</summary>
    public static string Camel(string name) =>
        name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static string One(Violation violation)
    {
        var value = violation switch
        {
            { Kind: ViolationKind.Missing } => "Value null",
            { Value: { } shown } => $"Value '{shown}'",
            _ => "Value",
        };
        return $"{value} at '{Path(violation.Path)}' failed to satisfy constraint: {Constraint(violation)}";
    }

    private static string Number(double? bound) => bound?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "";
}
