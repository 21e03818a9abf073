namespace Orrery.Services.Ec2.Catalog;

/// <summary>A public image of one region. Source: <c>data/images.csv</c>; the id is made by Orrery.</summary>
internal sealed class ImageFacts(string id, CsvRow row)
{
    /// <summary>The id, the same in every world.</summary>
    public string Id { get; } = id;

    /// <summary>The account that owns it.</summary>
    public string OwnerId { get; } = row.Required("owner_id");

    /// <summary>What the owner is called, for example amazon.</summary>
    public string? OwnerAlias { get; } = row.Text("owner_alias");

    /// <summary>Its name.</summary>
    public string Name { get; } = row.Required("name");

    /// <summary>Free text.</summary>
    public string Description { get; } = row.Required("description");

    /// <summary>For example x86_64.</summary>
    public string Architecture { get; } = row.Required("architecture");

    /// <summary>Windows, or null for all else.</summary>
    public string? Platform { get; } = row.Text("platform");

    /// <summary>For example Linux/UNIX.</summary>
    public string PlatformDetails { get; } = row.Required("platform_details");

    /// <summary>What a bill calls its use.</summary>
    public string UsageOperation { get; } = row.Required("usage_operation");

    /// <summary>The name of its root device.</summary>
    public string RootDevice { get; } = row.Required("root_device");

    /// <summary>The size of its root volume in GiB.</summary>
    public int VolumeGib { get; } = row.Number("volume_gb")!.Value;

    /// <summary>The type of its root volume.</summary>
    public string VolumeType { get; } = row.Required("volume_type");

    /// <summary>The way in which it boots, or null for the type's default.</summary>
    public string? BootMode { get; } = row.Text("boot_mode");

    /// <summary>Whether its instances take metadata requests of version 2 only, unless launched otherwise.</summary>
    public bool RequiresMetadataV2 { get; } = row.Text("imds") == "v2.0";

    /// <summary>When it was made, as AWS writes it.</summary>
    public string CreationDate { get; } = row.Required("creation_date");
}
