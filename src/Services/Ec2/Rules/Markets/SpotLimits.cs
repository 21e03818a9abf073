using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;

namespace Orrery.Services.Ec2.Rules.Markets;

/// <summary>The quotas of Spot: how many vCPUs may run as Spot, by family.</summary>
internal static class SpotLimits
{
    /// <summary>How many of the wanted instances may run besides those that do.</summary>
    public static int Fitting(ReadCall call, InstanceTypeFacts type, int wanted)
    {
        var (quota, letters) = SpotQuotas.ByLetters.FirstOrDefault(q => q.Letters.Contains(type.Letters));
        if (quota is null)
        {
            return 0;
        }

        var instances = call.Read(InstanceTables.Instances);
        var used = InstanceTypeCatalog.All.Where(other => letters.Contains(other.Letters))
            .Sum(other => (long)other.Vcpus * instances.CountBy(SpotTables.SpotByType, other.Name));
        return (int)Math.Clamp((call.Port<IQuotas>().Limit(quota) - used) / type.Vcpus, 0, wanted);
    }

    /// <summary>The quota that Spot Instances of a type count for; null where it is not sold so.</summary>
    public static Quota? QuotaOf(InstanceTypeFacts type) =>
        SpotQuotas.ByLetters.FirstOrDefault(q => q.Letters.Contains(type.Letters)).Quota;

    /// <summary>The refusal of more. Source: EC2 User Guide, "Spot Instance quotas".</summary>
    public static ServiceException Exceeded() =>
        new("MaxSpotInstanceCountExceeded", "Max spot instance count exceeded");
}
