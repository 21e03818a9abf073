using Orrery.Contracts;

namespace Orrery.Tests.Unit.Services.Iam;

/// <summary>Quotas as AWS has them, but for some.</summary>
internal sealed class Limits(IReadOnlyDictionary<string, int> set) : IQuotas
{
    public int Limit(Quota quota) => set.TryGetValue(quota.Code, out var limit) ? limit : quota.Standard;
}
