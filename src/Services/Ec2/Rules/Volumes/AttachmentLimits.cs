using System.Collections.Frozen;
using System.Globalization;
using Orrery.Core;
using Orrery.Services.Ec2.Catalog;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// How many volumes an instance may have. Source: EC2 User Guide, "Amazon EBS volume limits for Amazon EC2 instances":
/// Nitro types share 28 places among volumes, interfaces and instance stores, some have places for volumes alone, by
/// size; types on Xen have no limit that is held. The wording is guessed.
/// </summary>
internal static class AttachmentLimits
{
    private const int Shared = 28;

    private static readonly FrozenSet<string> Dedicated = FrozenSet.ToFrozenSet(
    [
        "m7a", "m7i", "m7i-flex", "m8g", "m8gd", "c7a", "c7i", "c7i-flex", "c8g", "c8gd", "r7a", "r7i", "r7iz", "r8g",
        "r8gd", "x8g", "i7ie", "i8g", "f2", "g6", "g6e", "gr6", "p5", "p5e", "p5en", "trn2", "trn2u", "hpc7a",
    ]);

    /// <summary>How many volumes an instance of a type may have besides its interfaces; null for no limit.</summary>
    public static int? Of(InstanceTypeFacts type, int interfaces)
    {
        var parts = type.Name.Split('.');
        return Dedicated.Contains(parts[0]) ? OfSize(parts[1])
            : IsNitro(type) ? Math.Max(Shared - interfaces - StoresOf(type), 1)
            : null;
    }

    /// <summary>Refuses more volumes than an instance may have.</summary>
    /// <exception cref="ServiceException">AttachmentLimitExceeded.</exception>
    public static void Check(InstanceTypeFacts type, int interfaces, int volumes)
    {
        if (Of(type, interfaces) is { } most && volumes > most)
        {
            throw new ServiceException(
                "AttachmentLimitExceeded", $"Volume count {volumes} exceeds the limit of {most} for {type.Name}");
        }
    }

    /// <summary>Whether a type is built on the Nitro System.</summary>
    public static bool IsNitro(InstanceTypeFacts type) =>
        type.Row.Text("hypervisor") == "nitro" || type.Row.Flag("bare_metal");

    private static int OfSize(string size) => size switch
    {
        "16xlarge" => 48,
        "24xlarge" => 64,
        "32xlarge" => 88,
        "48xlarge" => 128,
        "metal-16xl" or "metal-24xl" => 39,
        "metal-32xl" or "metal-48xl" => 79,
        _ => 32,
    };

    // For example 2x1900nvme.
    private static int StoresOf(InstanceTypeFacts type) =>
        type.Row.Text("disks")?.Split('x') is [var count, ..]
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var disks) ? disks : 0;
}
