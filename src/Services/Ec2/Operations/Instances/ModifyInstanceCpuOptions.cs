using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Sets the cores and threads of an instance that is stopped. Source: EC2 API Reference.</summary>
public sealed class ModifyInstanceCpuOptions
    : IWriteOperation<ModifyInstanceCpuOptionsRequest, ModifyInstanceCpuOptionsResult>
{
    /// <inheritdoc/>
    public ModifyInstanceCpuOptionsResult Run(ModifyInstanceCpuOptionsRequest request, Call call)
    {
        Errors.RefuseUnserved(
            "nested virtualization (NestedVirtualization)", request.NestedVirtualization is not null);
        var instance = InstanceStates.Alive(InstanceKinds.Instance.Get(call, request.InstanceId!));
        var type = InstanceTypeCatalog.Get(instance.InstanceType);
        instance = instance with { Cpu = ProcessorOptions.Of(request.CoreCount, request.ThreadsPerCore, type) };
        call.Write(InstanceTables.Instances).Put(InstanceStates.Stopped(instance));
        var view = ProcessorOptions.View(instance, type);
        return new()
        {
            InstanceId = instance.Id.Value,
            CoreCount = view?.CoreCount,
            ThreadsPerCore = view?.ThreadsPerCore,
        };
    }
}
