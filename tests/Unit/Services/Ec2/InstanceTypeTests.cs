using Orrery.Services.Ec2.Operations.Images;
using Orrery.Services.Ec2.Operations.InstanceTypes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class InstanceTypeTests
{
    [Fact]
    public void A_type_is_told_with_its_facts()
    {
        var micro = Assert.Single(Cloud.New().Run(
            new DescribeInstanceTypes(), new() { InstanceTypes = [InstanceType.T3Micro] }).InstanceTypes!);
        Assert.Equal((2, 1024L), (micro.VCpuInfo!.DefaultVCpus, micro.MemoryInfo!.SizeInMiB));
        Assert.True(micro.BurstablePerformanceSupported);
        var network = micro.NetworkInfo!;
        Assert.Equal(
            (2, 2, 2),
            (network.MaximumNetworkInterfaces, network.Ipv4AddressesPerInterface, network.Ipv6AddressesPerInterface));
        Assert.Equal("Up to 5 Gigabit", network.NetworkPerformance);
        Assert.Equal(260.625, micro.EbsInfo!.EbsOptimizedInfo!.MaximumThroughputInMBps);
        var gpu = Assert.Single(Cloud.New().Run(
            new DescribeInstanceTypes(), new() { InstanceTypes = [InstanceType.G5Xlarge] }).InstanceTypes!);
        Assert.Equal(("A10G", 22888), (gpu.GpuInfo!.Gpus![0].Name, gpu.GpuInfo.TotalGpuMemoryInMiB));
        var disk = Assert.Single(gpu.InstanceStorageInfo!.Disks!);
        Assert.Equal((1, 250L, DiskType.Ssd), (disk.Count, disk.SizeInGB, disk.Type));
    }

    [Fact]
    public void All_types_can_be_listed_by_pages_and_filters()
    {
        var cloud = Cloud.New();
        var all = cloud.Run(new DescribeInstanceTypes(), new()).InstanceTypes!;
        Assert.True(all.Count > 1000);
        var page = cloud.Run(new DescribeInstanceTypes(), new() { MaxResults = 100 });
        var next = cloud.Run(new DescribeInstanceTypes(), new() { MaxResults = 100, NextToken = page.NextToken });
        Assert.Equal(
            all.Take(200).Select(t => t.InstanceType),
            page.InstanceTypes!.Concat(next.InstanceTypes!).Select(t => t.InstanceType));
        var arm = cloud.Run(new DescribeInstanceTypes(), new()
        {
            Filters =
            [
                new() { Name = "processor-info.supported-architecture", Values = ["arm64"] },
                new() { Name = "burstable-performance-supported", Values = ["true"] },
            ],
        }).InstanceTypes!;
        Assert.Equal(7, arm.Count);
        Assert.All(arm, t => Assert.StartsWith("t4g.", t.InstanceType!.Value.ToWire(), StringComparison.Ordinal));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new DescribeInstanceTypes(), new() { Filters = [new() { Name = "colour", Values = ["blue"] }] }));
    }

    [Theory]
    [InlineData("ebs-info.attachment-limit-type", "dedicated", "c7i.large")]
    [InlineData("ebs-info.maximum-ebs-attachments", "27", "m6a.large")]
    [InlineData("instance-storage-info.encryption-support", "required", "p5.48xlarge")]
    [InlineData("instance-storage-info.nvme-support", "required", "p5.48xlarge")]
    [InlineData("network-info.bandwidth-weightings", "vpc-1", "m8g.large")]
    [InlineData("network-info.efa-info.maximum-efa-interfaces", "32", "p5.48xlarge")]
    [InlineData("network-info.flexible-ena-queues-support", "supported", "c8gn.large")]
    [InlineData("processor-info.supported-features", "amd-sev-snp", "m6a.large")]
    [InlineData("reboot-migration-support", "supported", "m6a.large")]
    [InlineData("vcpu-info.valid-cores", "20", "p3dn.24xlarge")]
    [InlineData("vcpu-info.valid-threads-per-core", "2", "m6a.large")]
    public void Types_are_found_by_what_they_can(string filter, string value, string type)
    {
        var found = Cloud.New().Run(new DescribeInstanceTypes(), new()
        {
            Filters = [new() { Name = filter, Values = [value] }],
        }).InstanceTypes!;
        Assert.Contains(type, found.Select(t => t.InstanceType!.Value.ToWire()));
        Assert.True(found.Count < 1178);
    }

    [Fact]
    public void A_type_tells_its_adapters_its_cores_and_its_places_for_volumes()
    {
        var types = Cloud.New().Run(
            new DescribeInstanceTypes(), new() { InstanceTypes = [InstanceType.P548xlarge, InstanceType.M6aLarge] })
            .InstanceTypes!.ToDictionary(t => t.InstanceType!.Value);
        var (big, small) = (types[InstanceType.P548xlarge], types[InstanceType.M6aLarge]);
        Assert.Equal(32, big.NetworkInfo!.EfaInfo!.MaximumEfaInterfaces);
        Assert.Null(small.NetworkInfo!.EfaInfo);
        Assert.Equal(
            (AttachmentLimitType.Shared, 27),
            (small.EbsInfo!.AttachmentLimitType, small.EbsInfo.MaximumEbsAttachments));
        Assert.Equal([1], small.VCpuInfo!.ValidCores!);
        Assert.Equal([1, 2], small.VCpuInfo.ValidThreadsPerCore!);
        Assert.Equal([SupportedAdditionalProcessorFeature.AmdSevSnp], small.ProcessorInfo!.SupportedFeatures!);
        Assert.Equal(InstanceStorageEncryptionSupport.Required, big.InstanceStorageInfo!.EncryptionSupport);
    }

    [Fact]
    public void Types_with_a_trusted_platform_module_tell_its_version()
    {
        var types = Cloud.New().Run(new DescribeInstanceTypes(), new()
        {
            Filters = [new() { Name = "nitro-tpm-info.supported-versions", Values = ["2.0"] }],
        }).InstanceTypes!;
        Assert.NotEmpty(types);
        Assert.All(types, t => Assert.Equal(NitroTpmSupport.Supported, t.NitroTpmSupport));
        Assert.All(types, t => Assert.Equal(["2.0"], t.NitroTpmInfo!.SupportedVersions!));
    }

    [Fact]
    public void Every_zone_offers_every_type()
    {
        var cloud = Cloud.New();
        var offered = cloud.Run(new DescribeInstanceTypeOfferings(), new()
        {
            LocationType = LocationType.AvailabilityZone,
            Filters = [new() { Name = "instance-type", Values = ["t3.micro"] }],
        }).InstanceTypeOfferings!;
        Assert.Equal(["eu-west-1a", "eu-west-1b", "eu-west-1c"], offered.Select(o => o.Location));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new DescribeInstanceTypeOfferings(), new() { Filters = [new() { Name = "colour", Values = ["blue"] }] }));
    }

    [Fact]
    public void Images_are_found_by_owner_and_name_and_differ_by_region()
    {
        var cloud = Cloud.New();
        IReadOnlyList<Image> Found(Cloud at, string owner, string name) => at.Run(new DescribeImages(), new()
        {
            Owners = [owner], Filters = [new() { Name = "name", Values = [name] }],
        }).Images!;
        var linux = Assert.Single(Found(cloud, "amazon", "al2023-ami-2023.*-x86_64"));
        Assert.Equal(("137112412989", "/dev/xvda", true), (linux.OwnerId, linux.RootDeviceName, linux.Public));
        Assert.StartsWith("ami-000000", linux.ImageId, StringComparison.Ordinal);
        Assert.Equal(linux.ImageId, Found(Cloud.New(), "amazon", "al2023-ami-2023.*-x86_64")[0].ImageId);
        Assert.NotEqual(linux.ImageId, Found(cloud.In("us-east-1"), "amazon", "al2023-ami-2023.*-x86_64")[0].ImageId);
        Assert.Single(Found(cloud, "099720109477", "ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-*"));
        Assert.Equal(PlatformValues.Windows, Found(cloud, "amazon", "Windows_Server-2022-*")[0].Platform);
        Assert.Empty(Found(cloud, "self", "*"));
        Assert.Equal("InvalidAMIID.Malformed", cloud.Refused(new DescribeImages(), new() { ImageIds = ["ami-x"] }));
    }
}
