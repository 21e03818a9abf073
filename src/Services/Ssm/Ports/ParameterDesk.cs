using System.Text;
using Orrery.Contracts.Parameters;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ssm.Rules;

namespace Orrery.Services.Ssm.Ports;

/// <summary>Parameters for services that take one in the place of a value.</summary>
internal sealed class ParameterDesk : IParameters
{
    /// <inheritdoc/>
    public FoundParameter? Find(ReadCall call, string text)
    {
        try
        {
            var version = Parameters.Selected(call, text).Version;
            return new(
                Encoding.UTF8.GetString(version.Content), version.DataType ?? Rules.ImageParameters.Text,
                PublicParameters.Covers(version.Name));
        }
        catch (ServiceException refusal) when (refusal.Code is "ParameterNotFound" or "ParameterVersionNotFound")
        {
            return null;
        }
    }
}
