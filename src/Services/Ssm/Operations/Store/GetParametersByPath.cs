using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ssm.Rules;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Operations.Store;

/// <summary>Shows the parameters below a path.</summary>
public sealed class GetParametersByPath : IReadOperation<GetParametersByPathRequest, GetParametersByPathResult>
{
    /// <inheritdoc/>
    public GetParametersByPathResult Run(GetParametersByPathRequest request, ReadCall call)
    {
        const int most = 10;
        var path = request.Path!;
        if (!path.StartsWith('/')) throw Errors.Validation("The parameter path must begin with a slash (/).");
        ParameterNames.RefuseReferences(path);
        ParameterFilters.Check(request.ParameterFilters, isByPath: true);
        var all = PublicParameters.Covers(path)
            ? PublicParameters.Below(call, path)
            : call.Read(Tables.Parameters).From(new(path))
                .TakeWhile(p => p.Name.Value.StartsWith(path, StringComparison.Ordinal));
        var below = all
            .Where(p => ParameterFilters.IsUnder(p, path, request.Recursive == true))
            .Where(p => ParameterFilters.Passes(p, request.ParameterFilters));
        var (page, next) = ParameterFilters.Page(
            below, p => p.Name.Value, request.MaxResults ?? most, request.NextToken);
        return new()
        {
            Parameters = [.. page.Select(p => Parameters.Show(call, p.Latest, null, request.WithDecryption == true))],
            NextToken = next,
        };
    }
}
