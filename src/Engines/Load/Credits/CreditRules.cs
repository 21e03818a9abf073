namespace Orrery.Engines.Load.Credits;

/// <summary>
/// The arithmetic of CPU credits. Source: EC2 User Guide, "Key concepts for burstable performance instances", "Standard
/// mode concepts", "Unlimited mode concepts". One thing is ours: AWS lowers a dry standard instance to its baseline
/// gradually; here it has what it earns from the minute in which the last credit goes.
/// </summary>
public static class CreditRules
{
    /// <summary>What an instance may use in a minute, in vCPU minutes.</summary>
    public static double Allowance(CreditPlan plan, in CreditState state) => plan.Unlimited
        ? plan.Vcpus
        : Math.Min(plan.Vcpus, state.Balance + plan.PerMinute);

    /// <summary>The credits after a minute in which so many were spent; no more than the allowance.</summary>
    public static CreditState Spend(CreditPlan plan, in CreditState state, double spent)
    {
        var fromLaunch = Math.Min(state.Launch, spent);
        var accrued = state.Accrued + plan.PerMinute - (spent - fromLaunch);
        var (surplus, charged, lost) = (state.Surplus, state.Charged, state.Lost);
        if (accrued < 0)
        {
            surplus += plan.Unlimited ? -accrued : 0;
            accrued = 0;
        }
        else
        {
            var paid = Math.Min(accrued, surplus);
            (accrued, surplus) = (accrued - paid, surplus - paid);
        }

        if (surplus > plan.Most)
        {
            charged += surplus - plan.Most;
            surplus = plan.Most;
        }

        if (accrued > plan.Most)
        {
            lost += accrued - plan.Most;
            accrued = plan.Most;
        }

        return new(accrued, state.Launch - fromLaunch, surplus, charged, lost);
    }

    /// <summary>The credits of an instance that starts.</summary>
    /// <param name="plan">Its plan from now on.</param>
    /// <param name="before">What it had when it last ran; nothing for a new one.</param>
    /// <param name="pause">How many minutes it was stopped; 0 where only its plan changed.</param>
    public static CreditState Start(CreditPlan plan, in CreditState before, long pause)
    {
        if (pause == 0)
        {
            return Fit(plan, before);
        }

        // What it owes is charged when it stops.
        var kept = pause <= plan.KeptMinutes ? Math.Min(before.Accrued, plan.Most) : 0;
        return new(
            kept, plan.LaunchCredits, 0, before.Charged + before.Surplus, before.Lost + before.Balance - kept);
    }

    // What it owes is charged when it turns from unlimited to standard.
    private static CreditState Fit(CreditPlan plan, in CreditState before)
    {
        var kept = Math.Min(before.Accrued, plan.Most);
        return before with
        {
            Accrued = kept,
            Lost = before.Lost + before.Accrued - kept,
            Surplus = plan.Unlimited ? before.Surplus : 0,
            Charged = before.Charged + (plan.Unlimited ? 0 : before.Surplus),
        };
    }
}
