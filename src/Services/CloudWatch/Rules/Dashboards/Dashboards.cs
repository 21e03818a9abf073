using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.CloudWatch.Ports;

namespace Orrery.Services.CloudWatch.Rules.Dashboards;

/// <summary>Dashboards belong to an account, not to a region: their ARNs name none.</summary>
internal sealed class Dashboards : ITagOwner
{
    /// <summary>Where dashboards are.</summary>
    public static Scope ScopeOf(ReadCall call) => Scope.Global(call.Account);

    /// <summary>The ARN of a dashboard.</summary>
    public static string ArnOf(ReadCall call, string name) => Prefix(call) + name;

    /// <inheritdoc/>
    public bool Has(ReadCall call, string arn) =>
        arn.StartsWith(Prefix(call), StringComparison.Ordinal)
        && call.Read(MetricTables.Dashboards, ScopeOf(call)).Contains(new(arn[Prefix(call).Length..]));

    private static string Prefix(ReadCall call) => $"arn:aws:cloudwatch::{call.Account}:dashboard/";
}
