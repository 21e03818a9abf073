using Orrery.Core;
using Orrery.Wire.Schema;

namespace Orrery.Operations;

/// <summary>
/// Dry runs: the operation runs, and where it would have succeeded it is undone and answered with DryRunOperation;
/// where it fails, with its own error. Source: EC2 API Reference, "Common parameters", DryRun.
/// </summary>
internal static class DryRuns
{
    private const int PreconditionFailed = 412;

    /// <summary>Refuses what succeeded when it was asked for as a dry run.</summary>
    /// <exception cref="ServiceException">DryRunOperation, 412.</exception>
    public static void Refuse(IShape request)
    {
        if (request is IDryRunRequest { DryRun: true })
        {
            throw new ServiceException(
                "DryRunOperation", "Request would have succeeded, but DryRun flag is set.", PreconditionFailed);
        }
    }
}
