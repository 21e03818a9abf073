using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Listing;

/// <summary>The filters of DescribeLaunchTemplateVersions. Source: its page in the EC2 API Reference.</summary>
internal static class VersionFilters
{
    /// <summary>All of them.</summary>
    public static Filters<LaunchTemplateVersionRecord> All { get; } = new Filters<LaunchTemplateVersionRecord>()
        .One("create-time", v => v.CreateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", null))
        .One("is-default-version", (v, call) =>
            LaunchKinds.Template.Get(call, v.TemplateId).DefaultVersion == v.Number ? "true" : "false")
        .One("ebs-optimized", v => Data(v).EbsOptimized == true ? "true" : "false")
        .One("http-endpoint", v => Data(v).MetadataOptions?.HttpEndpoint?.ToWire())
        .One("http-protocol-ipv4", v => Data(v).MetadataOptions?.HttpEndpoint?.ToWire())
        .One("http-tokens", v => Data(v).MetadataOptions?.HttpTokens?.ToWire())
        .One("host-resource-group-arn", v => Data(v).Placement?.HostResourceGroupArn)
        .One("iam-instance-profile", v => Data(v).IamInstanceProfile is { } profile ? profile.Arn ?? profile.Name
            : null)
        .One("image-id", v => Data(v).ImageId)
        .One("instance-type", v => Data(v).InstanceType?.ToWire())
        .One("kernel-id", v => Data(v).KernelId)
        .Many("license-configuration-arn", v =>
            (Data(v).LicenseSpecifications ?? []).Select(l => l.LicenseConfigurationArn))
        .One("network-card-index", v => Data(v).NetworkInterfaces is [{ NetworkCardIndex: { } card }, ..]
            ? $"{card}"
            : null)
        .One("ram-disk-id", v => Data(v).RamDiskId);

    private static RequestLaunchTemplateData Data(LaunchTemplateVersionRecord version) =>
        ShapeJson.Read<RequestLaunchTemplateData>(version.Data);
}
