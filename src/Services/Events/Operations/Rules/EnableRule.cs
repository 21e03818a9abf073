using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Loops;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Rules;

/// <summary>Lets a rule work; a rate begins anew.</summary>
public sealed class EnableRule : IWriteOperation<EnableRuleRequest, EnableRuleResult>
{
    /// <inheritdoc/>
    public EnableRuleResult Run(EnableRuleRequest request, Call call)
    {
        var rule = BusRules.Rule(call, request.EventBusName, request.Name!);
        if (rule.IsEnabled == true)
            return new();
        rule = rule with { IsEnabled = true, Anchor = call.Now };
        call.Write(Tables.Rules).Put(rule);
        RuleLoop.Arm(call, rule);
        return new();
    }
}
