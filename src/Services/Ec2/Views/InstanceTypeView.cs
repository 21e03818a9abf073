using System.Globalization;
using Orrery.Services.Ec2.Catalog;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>An instance type as the API writes it, as far as its facts are known.</summary>
internal static class InstanceTypeView
{
    private const double MegabitsPerMegabyte = 8;

    /// <summary>The type with all that is known of it.</summary>
    public static InstanceTypeInfo Of(InstanceTypeFacts facts)
    {
        var row = facts.Row;
        return new()
        {
            InstanceType = facts.Type,
            CurrentGeneration = row.Flag("current_generation"),
            FreeTierEligible = row.Flag("free_tier"),
            SupportedUsageClasses = Parsed(row.List("usage_classes"), UsageClassTypeWire.Parse),
            SupportedRootDeviceTypes = Parsed(row.List("root_devices"), RootDeviceTypeWire.Parse),
            SupportedVirtualizationTypes = Parsed(row.List("virtualization"), VirtualizationTypeWire.Parse),
            SupportedBootModes = Parsed(row.List("boot_modes"), BootModeTypeWire.Parse),
            BareMetal = row.Flag("bare_metal"),
            Hypervisor = InstanceTypeHypervisorWire.Parse(row.Text("hypervisor")),
            ProcessorInfo = new()
            {
                SupportedArchitectures = Parsed(facts.Architectures, ArchitectureTypeWire.Parse),
                SustainedClockSpeedInGhz = row.Fraction("clock_ghz"),
                Manufacturer = row.Text("manufacturer"),
                SupportedFeatures = Known(row, "processor_features", SupportedAdditionalProcessorFeatureWire.Parse),
            },
            VCpuInfo = new()
            {
                DefaultVCpus = facts.Vcpus,
                DefaultCores = row.Number("cores"),
                DefaultThreadsPerCore = row.Number("threads_per_core"),
                ValidCores = row.Text("valid_cores") is null ? null : row.Numbers("valid_cores"),
                ValidThreadsPerCore = row.Text("valid_threads") is null ? null : row.Numbers("valid_threads"),
            },
            MemoryInfo = new() { SizeInMiB = facts.MemoryMib },
            InstanceStorageSupported = row.Text("storage_gb") is not null,
            InstanceStorageInfo = StorageOf(row),
            EbsInfo = EbsOf(facts),
            NetworkInfo = NetworkOf(facts),
            GpuInfo = GpusOf(row),
            PlacementGroupInfo = new()
            {
                SupportedStrategies = Parsed(row.List("placement"), PlacementGroupStrategyWire.Parse),
            },
            HibernationSupported = row.Flag("hibernation"),
            BurstablePerformanceSupported = facts.Burstable,
            DedicatedHostsSupported = row.Flag("dedicated_hosts"),
            AutoRecoverySupported = row.Flag("auto_recovery"),
            RebootMigrationSupport = RebootMigrationSupportWire.Parse(row.Text("reboot_migration")),
            NitroEnclavesSupport = NitroEnclavesSupportWire.Parse(row.Text("enclaves")),
            NitroTpmSupport = NitroTpmSupportWire.Parse(row.Text("tpm")),
            NitroTpmInfo = row.Text("tpm") == "supported" ? new() { SupportedVersions = ["2.0"] } : null,
        };
    }

    private static NetworkInfo NetworkOf(InstanceTypeFacts facts) => new()
    {
        NetworkPerformance = facts.Row.Text("network_performance"),
        MaximumNetworkInterfaces = facts.MaxInterfaces,
        MaximumNetworkCards = facts.Row.Number("network_cards"),
        DefaultNetworkCardIndex = 0,
        Ipv4AddressesPerInterface = facts.Ipv4PerInterface,
        Ipv6AddressesPerInterface = facts.Ipv6PerInterface,
        Ipv6Supported = facts.Ipv6PerInterface > 0,
        EnaSupport = EnaSupportWire.Parse(facts.Row.Text("ena")),
        EfaSupported = facts.Row.Flag("efa"),
        EfaInfo = facts.Row.Number("max_efas") is { } most ? new() { MaximumEfaInterfaces = most } : null,
        BandwidthWeightings = Known(facts.Row, "bandwidth_weightings", BandwidthWeightingTypeWire.Parse),
        FlexibleEnaQueuesSupport = FlexibleEnaQueuesSupportWire.Parse(facts.Row.Text("flexible_ena")),
        EncryptionInTransitSupported = facts.Row.Flag("encryption_in_transit"),
    };

    private static EbsInfo EbsOf(InstanceTypeFacts facts)
    {
        var row = facts.Row;
        return new()
        {
            EbsOptimizedSupport = EbsOptimizedSupportWire.Parse(facts.EbsOptimized),
            EncryptionSupport = EbsEncryptionSupport.Supported,
            NvmeSupport = EbsNvmeSupportWire.Parse(row.Text("ebs_nvme")),
            AttachmentLimitType = AttachmentLimitTypeWire.Parse(row.Text("ebs_limit")),
            MaximumEbsAttachments = row.Number("ebs_max_volumes"),
            EbsOptimizedInfo = row.Number("ebs_max_mbps") is not { } most ? null : new()
            {
                BaselineBandwidthInMbps = row.Number("ebs_baseline_mbps"),
                MaximumBandwidthInMbps = most,
                BaselineThroughputInMBps = row.Number("ebs_baseline_mbps") / MegabitsPerMegabyte,
                MaximumThroughputInMBps = most / MegabitsPerMegabyte,
                BaselineIops = row.Number("ebs_baseline_iops"),
                MaximumIops = row.Number("ebs_max_iops"),
            },
        };
    }

    private static InstanceStorageInfo? StorageOf(CsvRow row) =>
        row.Number("storage_gb") is not { } total ? null : new()
        {
            TotalSizeInGB = total,
            EncryptionSupport = InstanceStorageEncryptionSupportWire.Parse(row.Text("storage_encryption")),
            NvmeSupport = EphemeralNvmeSupportWire.Parse(row.Text("storage_nvme")),
            Disks = [.. Parts(row, "disks").Select(DiskOf)],
        };

    // For example 2x900ssd.
    private static DiskInfo DiskOf(string text)
    {
        var (count, rest) = Counted(text);
        var digits = rest.TakeWhile(char.IsAsciiDigit).Count();
        return new() { Count = count, SizeInGB = Number(rest[..digits]), Type = DiskTypeWire.Parse(rest[digits..]) };
    }

    private static GpuInfo? GpusOf(CsvRow row)
    {
        var gpus = Parts(row, "gpus").Select(GpuOf).ToList();
        return gpus.Count == 0 ? null : new()
        {
            Gpus = gpus,
            TotalGpuMemoryInMiB = gpus.Sum(gpu => (gpu.Count ?? 1) * (gpu.MemoryInfo?.SizeInMiB ?? 0)),
        };
    }

    // For example 4xA10G:NVIDIA:22888.
    private static GpuDeviceInfo GpuOf(string text)
    {
        var (count, rest) = Counted(text);
        var parts = rest.Split(':');
        return new()
        {
            Count = count,
            Name = parts[0],
            Manufacturer = parts[1],
            MemoryInfo = parts[2].Length == 0 ? null : new() { SizeInMiB = Number(parts[2]) },
        };
    }

    private static IEnumerable<string> Parts(CsvRow row, string column) => row.Text(column)?.Split('+') ?? [];

    private static (int? Count, string Of) Counted(string text)
    {
        var x = text.IndexOf('x', StringComparison.Ordinal);
        return (x == 0 ? null : Number(text[..x]), text[(x + 1)..]);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IReadOnlyList<T>? Known<T>(CsvRow row, string column, Func<string?, T?> parse)
        where T : struct => row.Text(column) is null ? null : Parsed(row.List(column), parse);

    private static IReadOnlyList<T> Parsed<T>(IReadOnlyList<string> texts, Func<string?, T?> parse)
        where T : struct => [.. texts.Select(text => parse(text)).OfType<T>()];
}
