using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Loops;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Rules;

/// <summary>Stops a rule.</summary>
public sealed class DisableRule : IWriteOperation<DisableRuleRequest, DisableRuleResult>
{
    /// <inheritdoc/>
    public DisableRuleResult Run(DisableRuleRequest request, Call call)
    {
        var rule = BusRules.Rule(call, request.EventBusName, request.Name!);
        if (rule.IsEnabled == false)
            return new();
        rule = rule with { IsEnabled = false, Anchor = call.Now };
        call.Write(Tables.Rules).Put(rule);
        RuleLoop.Arm(call, rule);
        return new();
    }
}
