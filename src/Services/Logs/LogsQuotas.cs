using Orrery.Contracts;

namespace Orrery.Services.Logs;

/// <summary>Quotas of CloudWatch Logs. Source: CloudWatch Logs User Guide, "CloudWatch Logs quotas".</summary>
internal static class LogsQuotas
{
    /// <summary>Log groups of an account in a region. The code is from memory of the console: guessed.</summary>
    public static readonly Quota Groups = new("L-D2832119", "Log groups", 1_000_000);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Quota> All = [Groups];
}
