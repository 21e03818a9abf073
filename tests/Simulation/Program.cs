using Orrery.Tests.Simulation.Kernel;
using Orrery.Tests.Simulation.S3;

return args switch
{
    ["kernel-writer", var folder] => await KernelWriter.RunAsync(folder),
    ["kernel-figures", var folder, var rows] => await KernelFigures.RunAsync(folder, int.Parse(rows)),
    ["upload-writer", var folder, var done] =>
        await UploadWriter.RunAsync(folder, [.. done.Split(',').Select(int.Parse)]),
    ["aging-writer", var folder] => await AgingWriter.RunAsync(folder),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
