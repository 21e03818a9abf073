using System.Collections.Frozen;

namespace Orrery.Contracts;

/// <summary>Quotas as they were set when the program was started; all others are AWS's defaults.</summary>
/// <param name="raised">Quota code to limit.</param>
public sealed class Quotas(IEnumerable<KeyValuePair<string, int>> raised) : IQuotas
{
    private readonly FrozenDictionary<string, int> _raised =
        raised.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public int Limit(Quota quota) => _raised.GetValueOrDefault(quota.Code, quota.Standard);
}
