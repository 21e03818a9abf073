using Orrery.Wire.Checksums;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>Checksums in requests and answers, each in the member of its algorithm: the generated shapes have these
/// members alike, and no type in common.</summary>
internal static class ChecksumFields
{
    private static readonly DigestKind[] Kinds =
        [DigestKind.Md5, DigestKind.Sha512, DigestKind.XxHash64, DigestKind.XxHash3, DigestKind.XxHash128];

    public static string? Of(object shape) => Kinds
        .Select(kind => (string?)shape.GetType().GetProperty(NameOf(kind))!.GetValue(shape))
        .FirstOrDefault(static sum => sum is not null);

    public static TShape In<TShape>(TShape shape, DigestKind kind, byte[] sum)
        where TShape : class => In(shape, kind, Convert.ToBase64String(sum));

    public static TShape In<TShape>(TShape shape, DigestKind kind, string sum)
        where TShape : class
    {
        var changed = (TShape)typeof(TShape).GetMethod("<Clone>$")!.Invoke(shape, null)!;
        typeof(TShape).GetProperty(NameOf(kind))!.SetValue(changed, sum);
        return changed;
    }

    private static string NameOf(DigestKind kind) => "Checksum" + kind.ToString().ToUpperInvariant();
}
