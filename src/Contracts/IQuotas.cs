namespace Orrery.Contracts;

/// <summary>The quotas in force. What was not raised has AWS's default, which the quota itself tells.</summary>
public interface IQuotas
{
    /// <summary>The limit in force of a quota that a service declares.</summary>
    int Limit(Quota quota);
}
