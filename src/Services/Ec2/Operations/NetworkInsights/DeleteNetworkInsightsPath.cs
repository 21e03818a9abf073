using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInsights;

/// <summary>
/// Deletes a path that has no analyses. The code for one that has some is known from Terraform's provider, which
/// retries it.
/// </summary>
public sealed class DeleteNetworkInsightsPath
    : IWriteOperation<DeleteNetworkInsightsPathRequest, DeleteNetworkInsightsPathResult>
{
    /// <inheritdoc/>
    public DeleteNetworkInsightsPathResult Run(DeleteNetworkInsightsPathRequest request, Call call)
    {
        var path = Ec2Kinds.NetworkInsightsPath.Get(call, request.NetworkInsightsPathId!);
        if (call.Read(Tables.NetworkInsightsAnalyses).HasAny(Tables.AnalysesByPath, path.Id.Value))
        {
            throw new Core.ServiceException(
                "AnalysisExistsForNetworkInsightsPath", $"The networkInsightsPath '{path.Id}' has analyses.");
        }

        call.Write(Tables.NetworkInsightsPaths).Remove(path.Id);
        TagStore.Forget(call, path.Id.Value);
        return new() { NetworkInsightsPathId = path.Id.Value };
    }
}
