using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>What a group launches from: exactly one of a configuration, a template, a mixed instances policy.</summary>
/// <param name="Configuration">The launch configuration.</param>
/// <param name="Template">The template, that of the policy too.</param>
/// <param name="Mixed">The mixed instances policy.</param>
internal sealed record GroupSource(string? Configuration, TemplateRecord? Template, MixedRecord? Mixed)
{
    /// <summary>What a request names; null where it names nothing.</summary>
    /// <param name="call">The call.</param>
    /// <param name="configuration">The name of a configuration.</param>
    /// <param name="template">A template.</param>
    /// <param name="policy">A policy.</param>
    /// <param name="before">The policy that the group has.</param>
    /// <exception cref="Core.ServiceException">ValidationError: several are named, or one is not valid.</exception>
    public static GroupSource? Named(
        ReadCall call, string? configuration, LaunchTemplateSpecification? template, MixedInstancesPolicy? policy,
        MixedRecord? before)
    {
        if (configuration is null && template is null && policy is null) return null;
        if (policy is null)
        {
            var (name, found) = GroupSettings.Source(call, configuration, template);
            return new(name, found, null);
        }

        if (configuration is not null || template is not null) throw GroupSettings.OneSource();
        var mixed = MixedRequests.Read(call, policy, before);
        return new(null, mixed.Template, mixed);
    }
}
