using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>CreateImage.</summary>
public sealed class CreateImage : IWriteOperation<CreateImageRequest, CreateImageResult>
{
    /// <inheritdoc/>
    public CreateImageResult Run(CreateImageRequest request, Call call) => new();
}
