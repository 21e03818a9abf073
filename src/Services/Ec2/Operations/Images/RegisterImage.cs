using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>RegisterImage.</summary>
public sealed class RegisterImage : IWriteOperation<RegisterImageRequest, RegisterImageResult>
{
    /// <inheritdoc/>
    public RegisterImageResult Run(RegisterImageRequest request, Call call) => new();
}
