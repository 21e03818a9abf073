using System.Globalization;
using Orrery.Core;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Listing;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Fleets;

/// <summary>
/// Which instance types have wanted attributes. Source: EC2 API Reference, InstanceRequirementsRequest (with the
/// defaults: no bare metal, no burstable types, no types more expensive than the cheapest by 100 or 20 percent).
/// </summary>
internal static class InstanceRequirementRules
{
    private const int SpotProtection = 100;
    private const int OnDemandProtection = 20;

    /// <summary>The types that have the attributes, by name.</summary>
    /// <param name="wanted">The attributes.</param>
    /// <param name="architectures">The architectures that will do.</param>
    /// <param name="region">The region: for prices.</param>
    /// <param name="spot">Whether for Spot; null for both.</param>
    /// <param name="unit">What of a type prices are compared by; null for the whole.</param>
    /// <exception cref="ServiceException">An attribute is not served, or two exclude each other.</exception>
    public static IReadOnlyList<InstanceTypeFacts> Matching(
        InstanceRequirementsRequest wanted, IReadOnlyCollection<string> architectures, string region, bool? spot,
        Func<InstanceTypeFacts, int>? unit = null)
    {
        RefuseUnserved(wanted);
        var types = InstanceTypeCatalog.All.Where(t =>
            t.Architectures.Any(architectures.Contains) && Fits(t, wanted)).ToList();
        return WithoutDear(types, wanted, region, (spot, unit ?? (_ => 1)));
    }

    private static void RefuseUnserved(InstanceRequirementsRequest wanted)
    {
        if (wanted.AllowedInstanceTypes is { Count: > 0 } && wanted.ExcludedInstanceTypes is { Count: > 0 })
        {
            throw Errors.InvalidParameterCombination(
                "AllowedInstanceTypes and ExcludedInstanceTypes cannot be specified together.");
        }

        if (wanted.BaselinePerformanceFactors is not null)
        {
            throw Errors.NotServed("performance protection (BaselinePerformanceFactors)");
        }

        if (wanted.MaxSpotPriceAsPercentageOfOptimalOnDemandPrice is not null
            && wanted.SpotMaxPricePercentageOverLowestPrice is not null)
        {
            throw Errors.InvalidParameterCombination(
                "Only one of SpotMaxPricePercentageOverLowestPrice and "
                    + "MaxSpotPriceAsPercentageOfOptimalOnDemandPrice can "
                + "be specified.");
        }
    }

    private static bool Fits(InstanceTypeFacts type, InstanceRequirementsRequest wanted)
    {
        var row = type.Row;
        var memory = type.MemoryMib;
        return Within(type.Vcpus, wanted.VCpuCount?.Min, wanted.VCpuCount?.Max)
            && Within(memory, wanted.MemoryMiB?.Min, wanted.MemoryMiB?.Max)
            && Within(memory / 1024.0 / type.Vcpus, wanted.MemoryGiBPerVCpu?.Min, wanted.MemoryGiBPerVCpu?.Max)
            && Within(type.MaxInterfaces, wanted.NetworkInterfaceCount?.Min, wanted.NetworkInterfaceCount?.Max)
            && Within(
                row.Number("ebs_baseline_mbps") ?? 0,
                wanted.BaselineEbsBandwidthMbps?.Min, wanted.BaselineEbsBandwidthMbps?.Max)
            && Within(Bandwidth(row), wanted.NetworkBandwidthGbps?.Min, wanted.NetworkBandwidthGbps?.Max)
            && Maker(row, wanted) && Generation(row, wanted) && Named(type.Name, wanted)
            && Chosen(row.Flag("bare_metal"), wanted.BareMetal?.ToWire() ?? "excluded")
            && Chosen(type.Burstable, wanted.BurstablePerformance?.ToWire() ?? "excluded")
            && (wanted.RequireHibernateSupport != true || row.Flag("hibernation"))
            && (wanted.RequireEncryptionInTransit != true || row.Flag("encryption_in_transit"))
            && Storage(row, wanted) && Accelerators(row, wanted);
    }

    private static bool Maker(CsvRow row, InstanceRequirementsRequest wanted) =>
        wanted.CpuManufacturers is not { Count: > 0 } makers || makers.Any(maker => maker switch
        {
            CpuManufacturer.Intel => row.Text("manufacturer") == "Intel",
            CpuManufacturer.Amd => row.Text("manufacturer") == "AMD",
            CpuManufacturer.AmazonWebServices => row.Text("manufacturer") == "AWS",
            CpuManufacturer.Apple => row.Text("manufacturer") == "Apple",
            _ => false,
        });

    private static bool Generation(CsvRow row, InstanceRequirementsRequest wanted) =>
        wanted.InstanceGenerations is not { Count: > 0 } generations
        || generations.Contains(row.Flag("current_generation") ? InstanceGeneration.Current
            : InstanceGeneration.Previous);

    private static bool Named(string type, InstanceRequirementsRequest wanted) =>
        (wanted.AllowedInstanceTypes is not { Count: > 0 } allowed || allowed.Any(p => Wildcard.Of(p).Matches(type)))
        && (wanted.ExcludedInstanceTypes ?? []).All(p => !Wildcard.Of(p).Matches(type));

    private static bool Storage(CsvRow row, InstanceRequirementsRequest wanted)
    {
        var gigabytes = row.Number("storage_gb") ?? 0;
        var disk = row.Text("disks") is { } disks && disks.Contains("hdd", StringComparison.Ordinal)
            ? LocalStorageType.Hdd
            : LocalStorageType.Ssd;
        return Chosen(gigabytes > 0, wanted.LocalStorage?.ToWire() ?? "included")
            && (wanted.LocalStorageTypes is not { Count: > 0 } types || gigabytes == 0 || types.Contains(disk))
            && Within(gigabytes, wanted.TotalLocalStorageGB?.Min, wanted.TotalLocalStorageGB?.Max);
    }

    // Accelerators stand as COUNTxNAME:MAKER:MIB.
    private static bool Accelerators(CsvRow row, InstanceRequirementsRequest wanted)
    {
        var parts = row.Text("gpus")?.Split('x', 2);
        var count = parts is null ? 0 : int.Parse(parts[0], CultureInfo.InvariantCulture);
        var detail = parts?[1].Split(':') ?? [];
        var memory = detail.Length > 2 ? count * int.Parse(detail[2].Split('+')[0], CultureInfo.InvariantCulture) : 0;
        var asked = wanted.AcceleratorCount?.Max is not 0 && (wanted.AcceleratorNames is { Count: > 0 }
            || wanted.AcceleratorManufacturers is { Count: > 0 } || wanted.AcceleratorTypes is { Count: > 0 });
        return Within(count, wanted.AcceleratorCount?.Min, wanted.AcceleratorCount?.Max)
            && Within(memory, wanted.AcceleratorTotalMemoryMiB?.Min, wanted.AcceleratorTotalMemoryMiB?.Max)
            && (!asked || (count > 0
                && (wanted.AcceleratorTypes is not { Count: > 0 } kinds || kinds.Contains(AcceleratorType.Gpu))
                && (wanted.AcceleratorNames is not { Count: > 0 } names
                    || names.Any(n => string.Equals(n.ToWire(), detail[0], StringComparison.OrdinalIgnoreCase)))
                && (wanted.AcceleratorManufacturers is not { Count: > 0 } makers
                    || makers.Any(m => string.Equals(m.ToWire(), detail[1], StringComparison.OrdinalIgnoreCase)))));
    }

    // Price protection: beside the cheapest current C, M or R type that matches, else the cheapest of all.
    private static List<InstanceTypeFacts> WithoutDear(
        List<InstanceTypeFacts> types, InstanceRequirementsRequest wanted, string region,
        (bool? Spot, Func<InstanceTypeFacts, int> Unit) by)
    {
        var spot = by.Spot;
        decimal? PriceOf(InstanceTypeFacts type) => PriceCatalog.Find(region, type.Name) is not { } facts ? null
            : (spot == true ? facts.Spot : facts.OnDemand) / by.Unit(type);
        var priced = types.Where(t => PriceOf(t) is not null).ToList();
        var common = priced.Where(t => t.Letters is "c" or "m" or "r" && t.Row.Flag("current_generation")).ToList();
        if ((common.Count > 0 ? common : priced).Min(PriceOf) is not { } cheapest)
        {
            return [];
        }

        var over = spot == true
            ? wanted.SpotMaxPricePercentageOverLowestPrice ?? SpotProtection
            : wanted.OnDemandMaxPricePercentageOverLowestPrice ?? OnDemandProtection;
        var most = cheapest * (100 + over) / 100;
        if (spot == true && wanted.MaxSpotPriceAsPercentageOfOptimalOnDemandPrice is { } share)
        {
            most = (common.Count > 0 ? common : priced)
                .Min(t => PriceCatalog.Find(region, t.Name)!.OnDemand / by.Unit(t)) * share / 100;
        }

        return spot is null ? priced : [.. priced.Where(t => over >= 999_999 || PriceOf(t) <= most)];
    }

    // "Up to 10 Gigabit" and "25 Gigabit".
    private static double Bandwidth(CsvRow row)
    {
        var words = (row.Text("network_performance") ?? "").Split(' ');
        var number = Array.Find(words, w =>
            double.TryParse(w, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        return number is null ? 0 : double.Parse(number, CultureInfo.InvariantCulture);
    }

    private static bool Chosen(bool has, string wanted) => wanted switch
    {
        "required" => has,
        "excluded" => !has,
        _ => true,
    };

    private static bool Within(double value, double? min, double? max) =>
        value >= (min ?? double.MinValue) && value <= (max ?? double.MaxValue);
}
