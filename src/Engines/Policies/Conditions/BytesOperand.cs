using System.Buffers;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Conditions;

/// <summary>Bytes, in Base64; null where the policy's text is none, which matches nothing.</summary>
internal sealed class BytesOperand(byte[]? ours) : Operand
{
    /// <summary>Reads bytes.</summary>
    public static byte[]? Read(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    /// <inheritdoc/>
    public override bool Matches(string value, IRequestContext context)
    {
        if (ours is null) return false;
        var theirs = ArrayPool<byte>.Shared.Rent(Math.Max(value.Length, 1));
        var isEqual = Convert.TryFromBase64String(value, theirs, out var length)
            && theirs.AsSpan(0, length).SequenceEqual(ours);
        ArrayPool<byte>.Shared.Return(theirs);
        return isEqual;
    }
}
