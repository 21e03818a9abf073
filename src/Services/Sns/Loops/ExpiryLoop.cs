using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns.Loops;

/// <summary>A token is no longer good: what nobody confirmed goes, and what has ended is forgotten.</summary>
internal sealed class ExpiryLoop : ITimerHandler
{
    /// <summary>Its kind.</summary>
    public const string KindName = "sns.subscription-expiry";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var subscriptions = call.Write(Tables.Subscriptions);
        if (subscriptions.Find(new(subject)) is { } found
            && found.State != SubscriptionState.Confirmed
            && found.TokenExpires <= call.Now)
            subscriptions.Remove(found.Id);
    }
}
