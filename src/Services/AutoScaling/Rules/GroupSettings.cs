using System.Collections.Immutable;
using Orrery.Contracts.Instances;
using Orrery.Engines.Scaling.Termination;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>
/// Reads what a group is made of or changed to. Source: API Reference, CreateAutoScalingGroup and
/// UpdateAutoScalingGroup; words of refusals are guessed where clients do not match on them.
/// </summary>
internal static class GroupSettings
{
    private const int ShortestLifetime = 86_400;
    private static readonly string[] Checks = ["EC2", "ELB", "EBS"];

    /// <summary>Refuses limits that cannot be.</summary>
    public static void CheckLimits(int min, int max, int desired)
    {
        if (min < 0 || max < 0)
            throw Errors.Invalid("MinSize and MaxSize must not be negative");
        if (min > max)
            throw Errors.Invalid($"Max bound, {max}, must be greater than or equal to min bound, {min}");
        if (desired < min)
            throw Errors.Invalid($"New SetDesiredCapacity value {desired} is below min value {min} for the "
                + "AutoScalingGroup.");
        if (desired > max)
            throw Errors.Invalid($"New SetDesiredCapacity value {desired} is above max value {max} for the "
                + "AutoScalingGroup.");
    }

    /// <summary>What instances are launched from: exactly one thing.</summary>
    public static (string? Configuration, TemplateRecord? Template) Source(
        ReadCall call, string? configuration, LaunchTemplateSpecification? template)
    {
        if (configuration is not null == template is not null)
        {
            throw OneSource();
        }

        if (configuration is null) return (null, Whole(call, Template(call, template!)));
        return call.Read(Tables.Configurations).Contains(new(configuration))
            ? (configuration, null)
            : throw Errors.Invalid($"Launch configuration name not found - Launch configuration {configuration} not "
                + "found");
    }

    /// <summary>The refusal of a group that launches from nothing, or from several things.</summary>
    public static Core.ServiceException OneSource() => Errors.Invalid(
        "Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId "
        + "or MixedInstancesPolicy parameter.");

    /// <summary>The kinds of health checks.</summary>
    public static string HealthCheck(string text)
    {
        foreach (var kind in text.Split(','))
        {
            if (kind == "VPC_LATTICE") throw Errors.NotServed("the HealthCheckType VPC_LATTICE");
            if (!Checks.Contains(kind)) throw Errors.Invalid($"Invalid HealthCheckType {text}");
        }

        return text;
    }

    /// <summary>The termination policies.</summary>
    public static ImmutableArray<string> Termination(IReadOnlyList<string> policies)
    {
        foreach (var policy in policies)
        {
            if (policy.StartsWith("arn:", StringComparison.Ordinal))
                throw Errors.NotServed($"the custom termination policy {policy}");
            if (!Enum.IsDefined(typeof(TerminationPolicy), policy))
                throw Errors.Invalid($"Termination policy {policy} is not supported");
        }

        return policies.Count == 0 ? [nameof(TerminationPolicy.Default)] : [.. policies];
    }

    /// <summary>A number that may not be negative.</summary>
    public static int Seconds(int value, string name) =>
        value >= 0 ? value : throw Errors.Invalid($"{name} must not be negative");

    /// <summary>The maximum lifetime; 0 for none.</summary>
    public static int Lifetime(int value) => value is 0 or (>= ShortestLifetime and <= 31_536_000)
        ? value
        : throw Errors.Invalid("MaxInstanceLifetime must be equal to 0 or between 86400 and 31536000.");

    /// <summary>
    /// The maintenance policy; -1 takes it away. Source: API Reference, InstanceMaintenancePolicy (both or none).
    /// </summary>
    public static MaintenanceRecord? Maintenance(InstanceMaintenancePolicy? asked, MaintenanceRecord? before)
    {
        if (asked is null) return before;
        if (asked is { MinHealthyPercentage: -1, MaxHealthyPercentage: -1 }) return null;
        if (asked is not { MinHealthyPercentage: { } min, MaxHealthyPercentage: { } max })
        {
            throw Errors.Invalid("InstanceMaintenancePolicy must contain both MinHealthyPercentage and "
                + "MaxHealthyPercentage");
        }

        return new Engines.Scaling.Maintenance.HealthyRange(min, max).Flaw() is { } flaw
            ? throw Errors.Invalid($"InstanceMaintenancePolicy: {flaw}") : new(min, max);
    }

    /// <summary>The warm-up; -1 takes it away. Source: API Reference, UpdateAutoScalingGroup.</summary>
    public static int? Warmup(int value) => value switch
    {
        -1 => null,
        >= 0 => value,
        _ => throw Errors.Invalid("DefaultInstanceWarmup must be -1 or more"),
    };

    /// <summary>A launch template and its version, which there have to be.</summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static TemplateRecord Template(ReadCall call, LaunchTemplateSpecification named)
    {
        if (named.LaunchTemplateId is null == named.LaunchTemplateName is null)
        {
            throw Errors.Invalid("Valid requests must contain either launchTemplateId or LaunchTemplateName");
        }

        try
        {
            var found = call.Port<IInstanceSupply>().Resolve(
                call, new(named.LaunchTemplateId, named.LaunchTemplateName, named.Version));
            return new(found.Id, found.Name, named.Version);
        }
        catch (Core.ServiceException refusal)
        {
            throw Errors.Invalid($"You must use a valid fully-formed launch template. {refusal.Message}");
        }
    }

    // Source: EC2 Auto Scaling User Guide, "Auto Scaling launch templates": a group cannot add an image to its
    // template, and types only by overrides. The words on the type are guessed.
    private static TemplateRecord Whole(ReadCall call, TemplateRecord template)
    {
        var data = call.Port<IInstanceSupply>().Resolve(call, new(template.Id, null, template.Version));
        var lacks = data.ImageId is null ? "ImageId"
            : data is { InstanceType: null, Requirements: null } ? "InstanceType" : null;
        return lacks is null ? template : throw Errors.Invalid(
            $"You must use a valid fully-formed launch template. The request must contain the parameter {lacks}");
    }
}
