using System.Collections.Frozen;
using System.Globalization;
using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Rules.Reservations;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Instance types by their quota and how many vCPUs they have: a quota has some thirty sizes but hundreds of types, so
/// what runs is counted by size.
/// </summary>
internal static class VcpuBuckets
{
    private static readonly Lazy<FrozenDictionary<string, string>> ByType = new(() =>
        InstanceTypeCatalog.All.Where(type => QuotaOf(type) is not null).ToFrozenDictionary(
            type => type.Name, type => KeyOf(QuotaOf(type)!, type.Vcpus), StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<Quota, IReadOnlyList<(int Vcpus, string Key)>>> ByQuota = new(() =>
        InstanceTypeCatalog.All.Where(type => QuotaOf(type) is not null).GroupBy(type => QuotaOf(type)!)
            .ToFrozenDictionary(
                types => types.Key,
                IReadOnlyList<(int, string)> (types) =>
                    [.. types.Select(type => type.Vcpus).Distinct().Select(size => (size, KeyOf(types.Key, size)))]));

    /// <summary>The quota that instances of a type count for; null where none is known.</summary>
    public static Quota? QuotaOf(InstanceTypeFacts type) =>
        InstanceQuotas.ByLetters.FirstOrDefault(each => each.Letters.Contains(type.Letters)).Quota;

    /// <summary>The bucket of a type, as the index of running instances has it.</summary>
    public static string? Of(string type) => ByType.Value.GetValueOrDefault(type);

    /// <summary>How many vCPUs run, or are kept by Capacity Reservations, that count for a quota.</summary>
    public static long Running(ReadCall call, Quota quota)
    {
        var running = call.Read(InstanceTables.Instances);
        return ReservedRoom.UnusedVcpus(call, quota) + ByQuota.Value[quota].Sum(size =>
            (long)size.Vcpus * running.CountBy(InstanceTables.RunningByVcpus, size.Key));
    }

    private static string KeyOf(Quota quota, int vcpus) =>
        string.Create(CultureInfo.InvariantCulture, $"{quota.Code} {vcpus}");
}
