using Orrery.Wire.Requests;

namespace Orrery.Services.S3.Gate;

/// <summary>What S3 Control asks of requests: that documents are what their checksums say.</summary>
internal sealed class ControlRules : IRequestRules
{
    /// <inheritdoc/>
    public void CheckDocument(WireRequest request, Admission admission) =>
        DocumentRules.Check(request, admission.Operation);
}
