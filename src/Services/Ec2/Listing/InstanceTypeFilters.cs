using System.Globalization;
using Orrery.Services.Ec2.Catalog;

namespace Orrery.Services.Ec2.Listing;

/// <summary>
/// The filters of DescribeInstanceTypes; others are refused as invalid. Source: EC2 API Reference,
/// DescribeInstanceTypes.
/// </summary>
internal static class InstanceTypeFilters
{
    /// <summary>All of them.</summary>
    public static Filters<InstanceTypeFacts> All { get; } = Columns(
        new Filters<InstanceTypeFacts>()
            .One("instance-type", t => t.Name)
            .Flag("burstable-performance-supported", t => t.Burstable)
            .Flag("instance-storage-supported", t => t.Row.Text("storage_gb") is not null)
            .Flag("network-info.ipv6-supported", t => t.Ipv6PerInterface > 0)
            .One("ebs-info.encryption-support", _ => "supported")

            // The only version of NitroTPM that there is.
            .One("nitro-tpm-info.supported-versions", t => t.Row.Text("tpm") == "supported" ? "2.0" : null)
            .One("ebs-info.ebs-optimized-info.baseline-throughput-in-mbps", t => Megabytes(t, "ebs_baseline_mbps"))
            .One("ebs-info.ebs-optimized-info.maximum-throughput-in-mbps", t => Megabytes(t, "ebs_max_mbps"))
            .Many("processor-info.supported-architecture", t => t.Architectures)
            .Many("vcpu-info.valid-cores", t => Texts(t.Row.Numbers("valid_cores")))
            .Many("vcpu-info.valid-threads-per-core", t => Texts(t.Row.Numbers("valid_threads")))
            .Many("instance-storage-info.disk.type", t => Disks(t).Select(d => d.TrimStart(Digits)))
            .Many("instance-storage-info.disk.size-in-gb", t => Disks(t).Select(d => d.TrimEnd(Letters)))
            .Many("instance-storage-info.disk.count", t =>
                (t.Row.Text("disks")?.Split('+') ?? []).Select(d => d.Split('x')[0])));

    private const double MegabitsPerMegabyte = 8;
    private static readonly char[] Digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
    private static readonly char[] Letters = ['h', 'd', 's'];

    private static Filters<InstanceTypeFacts> Columns(Filters<InstanceTypeFacts> filters)
    {
        (string Name, string Column)[] flags =
        [
            ("auto-recovery-supported", "auto_recovery"), ("bare-metal", "bare_metal"),
            ("current-generation", "current_generation"), ("dedicated-hosts-supported", "dedicated_hosts"),
            ("free-tier-eligible", "free_tier"), ("hibernation-supported", "hibernation"),
            ("network-info.efa-supported", "efa"),
            ("network-info.encryption-in-transit-supported", "encryption_in_transit"),
        ];
        (string Name, string Column)[] lists =
        [
            ("network-info.bandwidth-weightings", "bandwidth_weightings"),
            ("processor-info.supported-features", "processor_features"),
            ("supported-boot-mode", "boot_modes"), ("supported-root-device-type", "root_devices"),
            ("supported-usage-class", "usage_classes"), ("supported-virtualization-type", "virtualization"),
        ];
        (string Name, string Column)[] texts =
        [
            ("ebs-info.attachment-limit-type", "ebs_limit"), ("ebs-info.maximum-ebs-attachments", "ebs_max_volumes"),
            ("ebs-info.ebs-optimized-info.baseline-bandwidth-in-mbps", "ebs_baseline_mbps"),
            ("ebs-info.ebs-optimized-info.baseline-iops", "ebs_baseline_iops"),
            ("ebs-info.ebs-optimized-info.maximum-bandwidth-in-mbps", "ebs_max_mbps"),
            ("ebs-info.ebs-optimized-info.maximum-iops", "ebs_max_iops"),
            ("ebs-info.ebs-optimized-support", "ebs_optimized"), ("ebs-info.nvme-support", "ebs_nvme"),
            ("hypervisor", "hypervisor"), ("instance-storage-info.total-size-in-gb", "storage_gb"),
            ("instance-storage-info.encryption-support", "storage_encryption"),
            ("instance-storage-info.nvme-support", "storage_nvme"),
            ("network-info.efa-info.maximum-efa-interfaces", "max_efas"),
            ("network-info.flexible-ena-queues-support", "flexible_ena"),
            ("reboot-migration-support", "reboot_migration"),
            ("memory-info.size-in-mib", "memory_mib"), ("network-info.ena-support", "ena"),
            ("network-info.ipv4-addresses-per-interface", "ipv4_per_eni"),
            ("network-info.ipv6-addresses-per-interface", "ipv6_per_eni"),
            ("network-info.maximum-network-cards", "network_cards"),
            ("network-info.maximum-network-interfaces", "max_enis"),
            ("network-info.network-performance", "network_performance"), ("nitro-enclaves-support", "enclaves"),
            ("nitro-tpm-support", "tpm"), ("processor-info.sustained-clock-speed-in-ghz", "clock_ghz"),
            ("vcpu-info.default-cores", "cores"), ("vcpu-info.default-threads-per-core", "threads_per_core"),
            ("vcpu-info.default-vcpus", "vcpu"),
        ];
        filters = flags.Aggregate(filters, (all, f) => all.Flag(f.Name, t => t.Row.Flag(f.Column)));
        filters = lists.Aggregate(filters, (all, f) => all.Many(f.Name, t => t.Row.List(f.Column)));
        return texts.Aggregate(filters, (all, f) => all.One(f.Name, t => t.Row.Text(f.Column)));
    }

    private static IEnumerable<string> Texts(IReadOnlyList<int> numbers) =>
        numbers.Select(number => number.ToString(CultureInfo.InvariantCulture));

    private static string? Megabytes(InstanceTypeFacts type, string column) =>
        (type.Row.Number(column) / MegabitsPerMegabyte)?.ToString(CultureInfo.InvariantCulture);

    // The sizes and types of its disks, for example 900ssd.
    private static IEnumerable<string> Disks(InstanceTypeFacts type) =>
        (type.Row.Text("disks")?.Split('+') ?? [])
            .Select(disk => disk[(disk.IndexOf('x', StringComparison.Ordinal) + 1)..]);
}
