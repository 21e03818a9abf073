using System.Collections.Immutable;
using System.Globalization;
using Orrery.Contracts.Instances;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>
/// Reads mixed instances policies. Source: API Reference, MixedInstancesPolicy and LaunchTemplateOverrides; EC2 Auto
/// Scaling User Guide, "Mixed instances groups". Words of refusals are guessed where clients do not match on them; so
/// is that a change which names no overrides leaves those that there are.
/// </summary>
internal static class MixedRequests
{
    private const int MostTypes = 40;
    private const int MostRequirements = 4;
    private const int MostTemplates = 20;

    /// <summary>What capacity may be counted in.</summary>
    public static readonly IReadOnlyList<string> Units = ["units", "vcpu", "memory-mib"];

    /// <summary>The policy.</summary>
    /// <param name="call">The call.</param>
    /// <param name="policy">What is asked.</param>
    /// <param name="before">What the group has; null where it is new.</param>
    /// <exception cref="ServiceException">ValidationError.</exception>
    public static MixedRecord Read(ReadCall call, MixedInstancesPolicy policy, MixedRecord? before)
    {
        var template = policy.LaunchTemplate?.LaunchTemplateSpecification is { } named
            ? GroupSettings.Template(call, named)
            : before?.Template ?? throw Errors.Invalid(
                "You must specify a launch template (LaunchTemplateSpecification) in the mixed instances policy.");
        var overrides = policy.LaunchTemplate?.Overrides is { } asked
            ? [.. asked.Select(one => OverrideOf(call, one))] : before?.Overrides ?? [];
        CheckOverrides(overrides);
        var data = Resolved(call, template);
        CheckTemplates(call, template, overrides);
        if (overrides.IsEmpty && data is { InstanceType: null, Requirements: null })
            throw Fully("The launch template or the overrides must name an instance type");
        var byAttributes = overrides.IsEmpty
            ? data.Requirements is not null : overrides.Any(one => one.Requirements is not null);
        var distribution = before is not null && before.ByAttributes != byAttributes
            && policy.InstancesDistribution?.OnDemandAllocationStrategy is null ? null : before?.Distribution;
        var mixed = new MixedRecord(
            template, overrides,
            DistributionRequests.Read(policy.InstancesDistribution, distribution, byAttributes), byAttributes);
        CheckTypes(call, mixed);
        return mixed;
    }

    /// <summary>Refuses units that do not go with a policy.</summary>
    /// <exception cref="ServiceException">ValidationError.</exception>
    public static string? CheckUnits(string? units, MixedRecord? mixed)
    {
        if (units is not null && !Units.Contains(units))
            throw Errors.Invalid($"Invalid DesiredCapacityType {units}: units, vcpu or memory-mib");
        return units is not (null or "units") && mixed is not { ByAttributes: true }
            ? throw Errors.Invalid("DesiredCapacityType is supported for attribute-based instance type selection "
                + "(InstanceRequirements) only")
            : units;
    }

    private static OverrideRecord OverrideOf(ReadCall call, LaunchTemplateOverrides asked)
    {
        if (asked.InstanceType is null == asked.InstanceRequirements is null)
            throw Errors.Invalid("Each override must specify either InstanceType or InstanceRequirements");
        return new()
        {
            InstanceType = asked.InstanceType,
            Requirements = asked.InstanceRequirements is { } wanted ? WireJson.Write(wanted) : null,
            Weight = asked.WeightedCapacity is { } weight ? WeightOf(weight) : null,
            Template = asked.LaunchTemplateSpecification is { } named ? GroupSettings.Template(call, named) : null,
            ImageId = asked.ImageId,
        };
    }

    private static int WeightOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight is >= 1 and <= 999
            ? weight
            : throw Errors.Invalid($"Invalid WeightedCapacity {text}: it must be between 1 and 999");

    private static void CheckOverrides(ImmutableArray<OverrideRecord> overrides)
    {
        var types = overrides.Where(one => one.InstanceType is not null).ToList();
        if (types.Count > MostTypes)
            throw Errors.Invalid($"You can specify up to {MostTypes} instance types in the overrides");
        if (overrides.Length - types.Count > MostRequirements)
            throw Errors.Invalid($"You can specify up to {MostRequirements} sets of InstanceRequirements");
        if (types.Count > 0 && types.Count < overrides.Length)
            throw Errors.Invalid("InstanceType and InstanceRequirements cannot both be used in the overrides");
        if (types.GroupBy(one => one.InstanceType).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw Errors.Invalid($"The instance type {twice.Key} is named by more than one override");
        var weighted = overrides.Count(one => one.Weight is not null);
        if (weighted > 0 && weighted < overrides.Length)
            throw Errors.Invalid("WeightedCapacity must be specified for all of the overrides or for none");
    }

    private static void CheckTemplates(
        ReadCall call, TemplateRecord template, ImmutableArray<OverrideRecord> overrides)
    {
        var all = overrides.Select(one => one.Template).OfType<TemplateRecord>().Append(template).Distinct().ToList();
        if (all.Count > MostTemplates)
            throw Errors.Invalid($"You can specify up to {MostTemplates} launch templates");
        foreach (var one in all.Where(one => Resolved(call, one).IsSpot))
        {
            throw Errors.Invalid(
                "Incompatible launch template: You cannot use a launch template that is set to request Spot Instances "
                + "(InstanceMarketOptions) when you configure an Auto Scaling group with a mixed instances policy. "
                + $"Add a different launch template to the group and try again. ({one.Name})");
        }

        var lacks = overrides.IsEmpty ? Resolved(call, template).ImageId is null
            : overrides.Any(one => one.ImageId is null && Resolved(call, one.Template ?? template).ImageId is null);
        if (lacks) throw Fully("The request must contain the parameter ImageId");
    }

    // Attributes are asked of EC2 once, so that what it refuses is refused here.
    private static void CheckTypes(ReadCall call, MixedRecord mixed)
    {
        var market = call.Port<IInstanceMarket>();
        foreach (var one in mixed.Overrides)
        {
            if (one.InstanceType is { } type && market.Find(call, type) is null)
                throw Fully($"The instance type {type} is not known");
            if (one.Requirements is not { } wanted) continue;
            try
            {
                var image = one.ImageId ?? Resolved(call, one.Template ?? mixed.Template).ImageId;
                market.Matching(call, new(wanted, image, false));
            }
            catch (ServiceException refusal)
            {
                throw Fully(refusal.Message);
            }
        }
    }

    private static SupplyTemplate Resolved(ReadCall call, TemplateRecord template) =>
        call.Port<IInstanceSupply>().Resolve(call, new(template.Id, null, template.Version));

    private static ServiceException Fully(string why) =>
        Errors.Invalid($"You must use a valid fully-formed launch template. {why}");
}
