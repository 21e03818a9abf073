using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Orrery.Services.Sqs.Rules;

/// <summary>
/// What a receipt handle says: which message, and which receive of it. It carries a digest, so that a text which was
/// never given out is told from one that no longer holds.
/// </summary>
/// <param name="Space">The space of the message.</param>
/// <param name="Item">The message.</param>
/// <param name="Count">The receive: the first, the second …</param>
internal sealed record Receipt(string Space, string Item, int Count)
{
    private const int DigestLength = 12;

    /// <summary>The handle.</summary>
    public string Handle
    {
        get
        {
            var text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Count} {Space}/{Item}"));
            return Convert.ToBase64String([.. Digest(text), .. text]);
        }
    }

    /// <summary>Reads a handle.</summary>
    /// <exception cref="Core.ServiceException">ReceiptHandleIsInvalid: it was never given out.</exception>
    public static Receipt Parse(string? handle)
    {
        var bytes = new byte[(handle ?? "").Length];
        if (!Convert.TryFromBase64String(handle ?? "", bytes, out var length) || length <= DigestLength)
            throw Errors.Handle(handle ?? "");
        var text = bytes.AsSpan(DigestLength, length - DigestLength);
        if (!Digest(text).AsSpan().SequenceEqual(bytes.AsSpan(0, DigestLength)))
            throw Errors.Handle(handle!);
        var said = Encoding.UTF8.GetString(text);
        var blank = said.IndexOf(' ', StringComparison.Ordinal);
        var slash = said.IndexOf('/', StringComparison.Ordinal);
        return new(said[(blank + 1)..slash], said[(slash + 1)..],
            int.Parse(said.AsSpan(0, blank), CultureInfo.InvariantCulture));
    }

    private static byte[] Digest(ReadOnlySpan<byte> text) => SHA256.HashData(text)[..DigestLength];
}
