using System.Text;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>Makes up values of a shape that meet its constraints (but for patterns), from a seed.</summary>
/// <param name="seed">The seed.</param>
/// <param name="protocol">The protocol: forms cannot hold empty structures.</param>
/// <param name="isRequest">Whether it is a request.</param>
internal sealed class DynamicValues(int seed, WireProtocol protocol, bool isRequest)
{
    private const int Deep = 5;
    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:/";
    private static readonly string[] Odd =
    [
        " ", "&", "<", ">", "\"", "'", "%", "+", "=", "#", "?", "\\", "{", "}", ",", ";", "\n", "\t", "é", "日", "𝄞",
    ];

    private readonly Random _random = new(seed);
    private bool _inHeader;

    /// <summary>Whether a payload member is always set.</summary>
    public bool AlwaysPayload { get; init; }

    /// <summary>Whether instants have no fraction of a second.</summary>
    public bool WholeSeconds { get; init; }

    private bool IsForm => isRequest && protocol is WireProtocol.Ec2 or WireProtocol.Query;

    /// <summary>A structure with its required members and some of the others.</summary>
    public DynamicShape Structure(ShapeSchema shape, int depth = 0)
    {
        var values = new object?[shape.Members.Count];
        if (shape.IsUnion)
        {
            var only = shape.Members[_random.Next(shape.Members.Count)];
            values[only.Index] = Value(only, depth);
            return new DynamicShape(shape, values);
        }

        foreach (var member in shape.Members)
        {
            if (IsAlwaysThere(member) || Wanted(depth)) Set(member);
        }

        if (values.All(v => v is null) && shape.Members.Count > 0)
        {
            Set(shape.Members[_random.Next(shape.Members.Count)]);
        }
        return new DynamicShape(shape, values);

        void Set(MemberSchema member)
        {
            if (!CanBeEmpty(member.Target)) return;
            _inHeader = depth == 0 && member.Location is not (MemberLocation.Body or MemberLocation.Payload);
            values[member.Index] = Value(member, depth);
            _inHeader = false;
        }
    }

    // The status and a streamed body can be read from every message.
    private bool IsAlwaysThere(MemberSchema member) =>
        member.IsRequired || (AlwaysPayload && member.Location is MemberLocation.Payload)
        || member.Location is MemberLocation.Uri or MemberLocation.StatusCode
        || (member.Location is MemberLocation.Payload && member.IsStreaming);

    // A structure without members leaves no trace in a form.
    private bool CanBeEmpty(ShapeSchema shape) =>
        !IsForm || shape is not { Kind: ShapeKind.Structure, Members.Count: 0 };

    private bool Wanted(int depth) => depth < Deep && _random.NextDouble() < (depth < 2 ? 0.6 : 0.35);

    private object Value(MemberSchema member, int depth)
    {
        var shape = member.Target;
        if (member.Location is MemberLocation.StatusCode && depth == 0) return 200 + _random.Next(5);
        return shape.Kind switch
        {
            ShapeKind.Structure => Structure(shape, depth + 1),
            ShapeKind.List => List(shape, depth),
            ShapeKind.Map => Map(shape, depth),
            ShapeKind.Integer => (int)Whole(shape, int.MinValue, int.MaxValue),
            ShapeKind.Long => Whole(shape, -(1L << 53), 1L << 53),
            ShapeKind.Float => (float)Fraction(shape),
            ShapeKind.Double => Fraction(shape),
            ShapeKind.Boolean => _random.Next(2) == 0,
            ShapeKind.Timestamp => Instant(member),
            ShapeKind.Blob => Bytes(shape),
            ShapeKind.Document => "{\"a\":[1,true,null,\"x\"]}",
            _ => Text(shape, member),
        };
    }

    private object[] List(ShapeSchema shape, int depth)
    {
        var element = shape.Element!;
        if (!CanBeEmpty(element.Target)) return [];
        var items = new object[Count(shape, depth)];
        for (var i = 0; i < items.Length; i++) items[i] = Value(element, depth + 1);
        return items;
    }

    private Dictionary<string, object> Map(ShapeSchema shape, int depth)
    {
        var entries = new Dictionary<string, object>();
        var count = Count(shape, depth);
        for (var tries = 0; entries.Count < count && tries < 100; tries++)
        {
            var key = Text(shape.Key!.Target, shape.Key);
            entries[_inHeader ? key.Trim('-', '.', ':', '/').ToLowerInvariant() + tries : key] =
                Value(shape.Value!, depth + 1);
        }

        return entries;
    }

    private int Count(ShapeSchema shape, int depth)
    {
        var least = Math.Max(1, (int)(shape.Min ?? 0));
        var most = Math.Min(shape.Max ?? int.MaxValue, least + (depth < 2 ? 2 : 0));
        return _random.Next(least, (int)most + 1);
    }

    private long Whole(ShapeSchema shape, long least, long most)
    {
        var (low, high) = (Math.Max(least, (long)(shape.Min ?? least)), Math.Min(most, (long)(shape.Max ?? most)));
        return _random.Next(4) switch
        {
            0 => low,
            1 => high,
            2 when low <= 0 && high >= 100 => _random.Next(100),
            _ => _random.NextInt64(low, high),
        };
    }

    private double Fraction(ShapeSchema shape)
    {
        var (low, high) = (shape.Min ?? -1000, shape.Max ?? 1000);
        return Math.Round(low + (high - low) * _random.NextDouble(), 3);
    }

    private DateTimeOffset Instant(MemberSchema member)
    {
        var isWhole =
            WholeSeconds || _inHeader || member.TimestampFormat is TimestampFormat.Rfc822 || _random.Next(2) == 0;
        return DateTimeOffset.FromUnixTimeMilliseconds(_random.NextInt64(2_000_000_000) * 1000
            + (isWhole ? 0 : _random.Next(1000)));
    }

    private ReadOnlyMemory<byte> Bytes(ShapeSchema shape)
    {
        var (least, most) = (Math.Max(1, shape.Min ?? 1), Math.Min(shape.Max ?? 40, (shape.Min ?? 0) + 40));
        var bytes = new byte[_random.Next((int)least, (int)most + 1)];
        _random.NextBytes(bytes);
        return bytes;
    }

    private string Text(ShapeSchema shape, MemberSchema member)
    {
        if ((member.Traits & MemberTraits.HostLabel) != 0) return "123456789012";
        if (shape.EnumValues.Count > 0) return shape.EnumValues[_random.Next(shape.EnumValues.Count)];
        var least = (int)Math.Max(shape.Min ?? 0, _inHeader || member.Role is MemberRole.Key ? 1 : 0);
        var length = _random.Next(least, (int)Math.Max(least, Math.Min(shape.Max ?? 20, least + 20)) + 1);
        var text = new StringBuilder(length + 1);
        while (text.Length < length)
        {
            if (!_inHeader && _random.Next(6) == 0) text.Append(Odd[_random.Next(Odd.Length)]);
            else text.Append(Plain[_random.Next(Plain.Length)]);
        }

        if (text.Length > length && text.Length > shape.Max) text.Length -= 2;
        while (text.Length < least) text.Append('x');
        return text.ToString();
    }
}
