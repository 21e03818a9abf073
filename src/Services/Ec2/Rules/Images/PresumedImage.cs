using System.Collections.Concurrent;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Images;

/// <summary>
/// What is said of a public image that is only taken to exist: any well-formed id that nothing here knows. Whoever
/// launches, describes or copies one is told the same. All of it is guessed: small, Linux, of Amazon, as old as the
/// catalogue.
/// </summary>
internal static class PresumedImage
{
    /// <summary>The architecture where no instance type tells of another.</summary>
    public const string Architecture = "x86_64";

    private const string Root = "/dev/xvda";
    private const int Gib = 8;

    // It fills about a fifth of its volume.
    private const long FirstBytes = Gib * ((1L << 30) / 5);

    private static readonly ConcurrentDictionary<string, ImageRecord> ByArchitecture = new(StringComparer.Ordinal);

    /// <summary>What is true of all of an architecture: only id and name are missing.</summary>
    public static ImageRecord Like(string architecture) => ByArchitecture.GetOrAdd(architecture, static key => new()
    {
        Id = new("ami-00000000"),
        OwnerId = "137112412989",
        OwnerAlias = "amazon",
        Name = "",
        Architecture = key,
        RootDevice = Root,
        CreationDate = "2025-01-01T00:00:00.000Z",
        IsPublic = true,
        Devices = [new() { Device = Root, Size = Gib, Type = VolumeType.Gp2, FirstBytes = FirstBytes }],
    });

    /// <summary>The image of an id.</summary>
    public static ImageRecord Of(string id, string architecture) =>
        Like(architecture) with { Id = new(id), Name = id };

    /// <summary>The image of an id in a region; null where it is one of the catalogue of another region.</summary>
    public static ImageRecord? Find(string region, string id, string architecture = Architecture) =>
        ImageCatalog.IsElsewhere(region, id) ? null : Of(id, architecture);
}
