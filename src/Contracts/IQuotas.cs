namespace Orrery.Contracts;

/// <summary>
/// The quotas of an account, by AWS's Service Quotas code. What was not raised has AWS's default, which whoever asks
/// knows and gives.
/// </summary>
public interface IQuotas
{
    /// <summary>The limit in force.</summary>
    /// <param name="code">The quota code, for example <c>L-F678F1CE</c> (VPCs per Region).</param>
    /// <param name="standard">AWS's default.</param>
    int Limit(string code, int standard);

    /// <summary>The limit in force of a quota that a service declares.</summary>
    int Limit(Quota quota) => Limit(quota.Code, quota.Standard);
}
