using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Contracts;

/// <summary>How services hold a call to a quota.</summary>
public static class QuotaCheck
{
    /// <summary>The limit in force.</summary>
    public static int LimitOf(this ReadCall call, Quota quota) => call.Port<IQuotas>().Limit(quota);

    /// <summary>Refuses one more where the quota is used up.</summary>
    /// <param name="call">The call.</param>
    /// <param name="quota">The quota.</param>
    /// <param name="used">How many there are already.</param>
    /// <param name="refusal">The error, given the limit in force.</param>
    public static void Hold(this ReadCall call, Quota quota, long used, Func<int, ServiceException> refusal)
    {
        var limit = call.LimitOf(quota);
        if (used >= limit)
            throw refusal(limit);
    }
}
