using System.Globalization;
using System.Numerics;

namespace Orrery.Wire.Schema;

/// <summary>Holds values against the model's constraints and collects what is broken.</summary>
/// <param name="enforce">False on the client's side: a service's answer is taken as it is.</param>
internal sealed class ConstraintChecker(bool enforce)
{
    private List<Violation>? _violations;

    public IReadOnlyList<Violation> Violations => _violations ?? (IReadOnlyList<Violation>)[];

    public string Text(ShapeReader reader, MemberSchema member, string value)
    {
        if (!enforce) return value;
        var shape = member.Target;
        if (shape.EnumValues.Count > 0)
        {
            if (shape.EnumIndex(value) < 0) Add(reader, ViolationKind.Enum, member, value);
            return value;
        }

        if (value.Length < shape.Min) Add(reader, ViolationKind.TooShort, member, value);
        if (value.Length > shape.Max) Add(reader, ViolationKind.TooLong, member, value);
        if (shape.Matcher?.IsMatch(value) == false) Add(reader, ViolationKind.Pattern, member, value);
        return value;
    }

    public long Integer(ShapeReader reader, MemberSchema member, long value)
    {
        if (member.Target.Kind is not ShapeKind.Integer || value is >= int.MinValue and <= int.MaxValue)
        {
            return Number(reader, member, value);
        }

        if (!enforce) throw WireErrors.Malformed(WireErrors.Serialization, $"{member.Name} does not fit 32 bits.");
        Add(reader, value < 0 ? ViolationKind.TooSmall : ViolationKind.TooLarge, member, Shown(value));
        return 0;
    }

    public T Number<T>(ShapeReader reader, MemberSchema member, T value)
        where T : struct, INumber<T>
    {
        if (!enforce || member.Target is { Min: null, Max: null }) return value;
        var number = double.CreateSaturating(value);
        if (number < member.Target.Min) Add(reader, ViolationKind.TooSmall, member, Shown(value));
        if (number > member.Target.Max) Add(reader, ViolationKind.TooLarge, member, Shown(value));
        return value;
    }

    public ReadOnlyMemory<byte> Blob(ShapeReader reader, MemberSchema member, ReadOnlyMemory<byte> value)
    {
        Length(reader, member, value.Length, null);
        return value;
    }

    public void Count(ShapeReader reader, MemberSchema member, int count) =>
        Length(reader, member, count, count == 0 ? "[]" : null);

    public void Unknown(ShapeReader reader, string name)
    {
        if (!enforce) return;
        (_violations ??= []).Add(new Violation(ViolationKind.Unknown, reader.Path(unknown: name), null, null));
    }

    public void EndStructure(ShapeReader reader, ShapeSchema shape, UInt128 seen)
    {
        if (!enforce) return;
        if ((shape.Required & ~seen) is var missing && missing != 0)
        {
            foreach (var member in shape.Members)
            {
                if ((missing >> member.Index & UInt128.One) == 0) continue;
                (_violations ??= []).Add(new Violation(ViolationKind.Missing, reader.Path(member), member, null));
            }
        }

        if (shape.IsUnion && UInt128.PopCount(seen) != 1)
        {
            (_violations ??= []).Add(new Violation(ViolationKind.Union, reader.Path(), null, null));
        }
    }

    private static string Shown<T>(T value)
        where T : struct, INumber<T> => value.ToString(null, CultureInfo.InvariantCulture);

    private void Length(ShapeReader reader, MemberSchema member, int length, string? shown)
    {
        if (!enforce) return;
        if (length < member.Target.Min) Add(reader, ViolationKind.TooShort, member, shown);
        if (length > member.Target.Max) Add(reader, ViolationKind.TooLong, member, shown);
    }

    private void Add(ShapeReader reader, ViolationKind kind, MemberSchema member, string? value) =>
        (_violations ??= []).Add(new Violation(kind, reader.Path(), member, member.IsSensitive ? null : value));
}
